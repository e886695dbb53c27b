import { mediaPath } from '../../../release/media.ts'
import { typedLinks } from '../../../release/link-places.ts'
import { defineReleaseRule } from '../rule.ts'

export const pictureDescription = defineReleaseRule({
  code: 'picture-description',
  severity: 'error',
  summary: 'Say what every picture shows',
  why: 'Those who do not see the picture are read its alternative text (WCAG 2.2, 1.1.1), and many mail programs show it in place of the picture until somebody loads it.',
  rate: 'not measured: archives have no pictures',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\nmedia: [{ src: https://www.example.org/a.jpg, alt: The plant from the river }]\n---\n\n![](https://www.example.org/a.jpg)\n\n![The gate](https://www.example.org/b.jpg)\n',
      '---\nheadline: Acme opens a plant\nmedia: [{ src: the plant (1).jpg, alt: The plant from the river }]\n---\n\n![](<the plant (1).jpg>)\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\nmedia: [{ src: https://www.example.org/c.jpg, credit: Acme }]\n---\n\n![](https://www.example.org/b.jpg)\n\n![a.jpg](https://www.example.org/a.jpg)\n':
        '3:16 Picture without a description\n6:1 Picture without a description\n8:1 Picture described by its file name',
    },
  },
  check({ source, prose, fields, yaml, original }, report) {
    const media = fields.media ?? original?.fields.media ?? []
    const described = new Set(media.flatMap(({ src, alt }) => (alt?.trim() ? [mediaPath(src) ?? src] : [])))
    const body = source.text.slice(prose.bodyStart)
    const inBody = new Set<string>()
    for (const { start, end, target } of typedLinks(body)) {
      if (body.charAt(start) !== '!') continue
      const typed = body.slice(start + 2, end)
      const alt = typed.slice(0, typed.lastIndexOf('](')).trim()
      const name = mediaPath(target) ?? target
      if (alt !== '') inBody.add(name)
      if (alt === '' ? described.has(name) : !isFileName(alt)) continue
      const at = [prose.bodyStart + start, prose.bodyStart + end] as const
      const message = alt === '' ? 'Picture without a description' : 'Picture described by its file name'
      report({ message, hint: 'say between the brackets what it shows', at })
    }
    for (const [i, { src, alt }] of (fields.media ?? []).entries())
      if (!alt?.trim() ? !inBody.has(mediaPath(src) ?? src) : isFileName(alt)) {
        const message = alt?.trim() ? 'Picture described by its file name' : 'Picture without a description'
        report({
          message,
          hint: 'add `alt:`, what it shows',
          at: yaml.valueAt(['media', i, alt?.trim() ? 'alt' : 'src']),
        })
      }
  },
})

const isFileName = (alt: string): boolean =>
  /^\S+\.(?:jpe?g|png|gif|webp|svg|heic|tiff?)$/i.test(alt.trim()) || /^(?:IMG|DSC|DSCF|P)[_-]?\d{3,}$/.test(alt.trim())
