import { blankOutComments, typedLinks } from '../../../release/link-places.ts'
import { mediaPath } from '../../../release/media.ts'
import { defineReleaseRule } from '../rule.ts'

export const pictureCredit = defineReleaseRule({
  code: 'picture-credit',
  severity: 'warning',
  summary: 'Give every picture its caption and its credit',
  why: 'An editor cannot print a picture without knowing who is on it and who made it; caption and credit are among what wire editors miss most often.',
  rate: 'not measured: archives have no pictures',
  kinds: ['press-release', 'statement', 'joint'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n<!-- ![The plant](https://www.example.org/a.jpg) comes later -->\nText.\n',
      '---\nheadline: Acme opens a plant\nmedia: [{ src: https://www.example.org/a.jpg, alt: The plant, caption: The plant in Turku, credit: Acme }]\n---\n\n![The plant](https://www.example.org/a.jpg)\n',
      '---\nheadline: Acme opens a plant\nmedia: [{ src: https://www.example.org/a.jpg, alt: The plant, credit: Acme }]\n---\n\n![The plant](https://www.example.org/a.jpg "The plant in Turku")\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\nmedia:\n  - { src: https://www.example.org/a.jpg, alt: The plant }\n  - { src: https://www.example.org/b.jpg, alt: The gate, caption: The gate }\n---\n\n![The roof](https://www.example.org/c.jpg)\n':
        '4:12 Picture without caption and credit\n5:12 Picture without credit\n8:1 Picture without caption and credit',
    },
  },
  check({ source, prose, fields, yaml, original }, report) {
    const own = fields.media ?? []
    const shared = original?.fields.media ?? []
    const body = blankOutComments(source.text.slice(prose.bodyStart))
    const titled = new Set<string>()
    for (const { start, end, target } of typedLinks(body)) {
      if (body.charAt(start) !== '!') continue
      const name = nameOf(target)
      const hasTitle = /\]\((?:<[^>]*>|\S*)\s+["'(][^\]]*\)$/.test(body.slice(start, end))
      if (hasTitle) titled.add(name)
      if ([...own, ...shared].some(({ src }) => nameOf(src) === name)) continue
      const message = `Picture without ${hasTitle ? '' : 'caption and '}credit`
      const hint = 'add it to `media:` with `caption:` and `credit:`'
      report({ message, hint, at: [prose.bodyStart + start, prose.bodyStart + end] })
    }
    for (const [i, { src, caption, credit }] of own.entries()) {
      const before = shared.find((medium) => nameOf(medium.src) === nameOf(src))
      const missing = [
        ...(caption?.trim() || titled.has(nameOf(src)) ? [] : ['caption']),
        ...((credit ?? before?.credit)?.trim() ? [] : ['credit']),
      ]
      if (missing.length === 0) continue
      report({
        message: `Picture without ${missing.join(' and ')}`,
        hint: `add ${missing.map((name) => `\`${name}:\``).join(' and ')} to it`,
        at: yaml.valueAt(['media', i, 'src']),
      })
    }
  },
})

const nameOf = (src: string): string => mediaPath(src) ?? src
