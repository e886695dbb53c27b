import { beginning, visibleText, type Part } from './message.ts'
import { defineMessageRule } from './rule.ts'
import { part, sample } from './sample.ts'

/** In characters: a covering note is shorter, a release longer; what is no more than a pointer is shorter still. */
const note = 400
const pointer = 100

const pdf = part('application/pdf', 'JVBERi0=', 'Content-Disposition: attachment; filename="release.pdf"')
const photo = part('image/jpeg', '/9j/', 'Content-Disposition: attachment; filename="plant.jpg"')
const long = 'Acme opens a plant in Turku.\r\n'.repeat(20)

export const releaseInBody = defineMessageRule({
  code: 'release-in-body',
  severity: 'error',
  summary: 'Put the release into the body, and link documents rather than attach them',
  why: 'Newsrooms block or ignore attachments, and search in mail finds the body first; filters hold messages with documents back.',
  examples: {
    good: [
      sample(),
      sample({ more: [photo] }),
      sample({ text: `${long}https://example.org/`, html: `<p>${long}</p>` }),
    ],
    bad: {
      [sample({ more: [pdf] })]: '21:1 Release only as an attachment, "release.pdf"',
      [sample({ text: 'Our new release: https://example.org/plant', html: '<p>Our new release</p>' })]:
        '1:1 Release only as a link, https://example.org/plant',
      [sample({ text: long, html: `<p>${long}</p>`, more: [pdf] })]: '60:1 Document as an attachment, "release.pdf"',
    },
  },
  check({ parts, text, html }, report) {
    const length = Math.max(text?.length ?? 0, html === undefined ? 0 : visibleText(html).length)
    const documents = parts.filter(isDocument)
    const [link] = /https?:\/\/\S+/.exec(text ?? '') ?? []
    if (documents.length === 0 && link !== undefined && length < pointer)
      report({ message: `Release only as a link, ${link}`, hint: 'Put its text into the body', at: beginning })
    for (const one of documents) {
      const at = one.headers[0]?.at ?? ([one.start, one.start] as const)
      if (length < note)
        report({
          message: `Release only as an attachment, "${one.attachment}"`,
          hint: 'Put its text into the body',
          at,
        })
      else
        report({
          message: `Document as an attachment, "${one.attachment}"`,
          hint: 'Link it from the body',
          at,
          severity: 'warning',
        })
    }
  },
})

const isDocument = ({ attachment, type }: Part): boolean =>
  attachment !== undefined &&
  (/pdf|msword|officedocument|opendocument|rtf/.test(type) || /\.(?:pdf|docx?|odt|rtf|pages)$/i.test(attachment))
