import { noManuscript, type Manuscript } from './manuscript.ts'
import type { FindPicture } from './find-picture.ts'
import { readHtml } from './html/html.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { readFields } from './fields.ts'

/** Lines up to this length are meant as lines; longer ones are wrapped. */
const shortLine = 56

/**
 * Reads Markdown, of whatever system: its front matter as fields, its text by way of the HTML that it means. Asterisks that run together, as
 * converters of Word files leave them, are taken apart; end marks are kept from being headings.
 */
export async function readMarkdown(text: string, findPicture: FindPicture): Promise<Manuscript | Refusal> {
  const { fields, body, remark } = await readFields(text)
  const [{ default: markdownIt }, { default: footnote }] = await Promise.all([
    import('markdown-it'),
    import('markdown-it-footnote'),
  ])
  const parser = markdownIt({ html: true, linkify: false })
  parser.use(footnote)
  parser.validateLink = () => true
  parser.core.ruler.push('short_lines', ({ tokens }) => {
    for (const { children } of tokens) {
      const before = (children ?? []).reduce<number[]>(
        (lengths, { type, content }) =>
          type.endsWith('break') ? [...lengths, 0] : [...lengths.slice(0, -1), (lengths.at(-1) ?? 0) + content.length],
        [0],
      )
      if (before.slice(0, -1).some((length) => length > shortLine)) continue
      for (const token of children ?? []) if (token.type === 'softbreak') token.type = 'hardbreak'
    }
  })
  const manuscript = readHtml(`<body>${parser.render(mended(body))}`, findPicture)
  if (isRefusal(manuscript)) return manuscript
  return {
    ...noManuscript,
    ...manuscript,
    fields,
    remarks: [...manuscript.remarks, ...(remark === undefined ? [] : [remark])],
    words: `${manuscript.words}\n${Object.values(fields).flatMap(textsIn).join('\n')}`,
  }
}

const mended = (body: string): string =>
  body
    .replace(/(?<=[^\s*])\*\*\*\*(?=[^\s*])/g, '**\n**')
    .replace(/(?<=[^\s*](?:\)|\*\*))(?=\*\*[^\s*])/g, '\n')
    .replace(/^[ \t]*(?=[-–—][ \t]*[\p{L}\d]{1,10}[ \t]*[-–—][ \t]*$)/gmu, '\\')
    .replace(/^[ \t]*((?:#[ \t]*){3})$/gm, (_, typed: string) => typed.replaceAll('#', '\\#'))
    .replace(/^[ \t]*((?:\*[ \t]*){3})$/gm, (_, typed: string) => typed.replaceAll('*', '\\*'))

/** Every text in a value of front matter. */
export function textsIn(value: unknown): string[] {
  if (value instanceof Date) return [value.toISOString()]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn)
  return value === undefined || value === null ? [] : [String(value)]
}
