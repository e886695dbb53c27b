import { readHtml } from './html/html.ts'
import { asWindows1252, inOneForm } from './letters.ts'
import { noManuscript, type Enclosure, type Manuscript } from './manuscript.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { readText } from './text.ts'

/**
 * Reads a mail: its HTML where it has one, else its text; pictures that the HTML shows, other files as attachments; the subject and the date
 * for what the text does not say.
 */
export async function readEml(bytes: Uint8Array): Promise<Manuscript | Refusal> {
  const { default: PostalMime } = await import('postal-mime')
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1_000_000 })
  // The parser decodes windows-1252 as Node 20 does, as Latin-1; no mail has control characters otherwise.
  const lettersIn = (typed: string): string => inOneForm(asWindows1252(typed))
  const files = mail.attachments.flatMap(({ filename, mimeType, content, contentId, disposition, related }) => {
    const data = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
    const name =
      filename ?? `${mimeType.split('/')[0] ?? 'file'}.${mimeType.split('/')[1]?.replace(/\+.*$/, '') ?? 'bin'}`
    return [
      {
        name: asWindows1252(name),
        bytes: data,
        id: contentId?.replace(/^<|>$/g, ''),
        inline: related === true || disposition === 'inline',
      },
    ]
  })
  const used = new Set<Enclosure>()
  const findPicture = (src: string): Enclosure | undefined => {
    const id = /^cid:(.*)$/i.exec(src)?.[1]
    const found = files.find((file) => id !== undefined && file.id === safely(id))
    if (found) used.add(found)
    return found
  }
  const html =
    mail.html === undefined || mail.html.trim() === '' ? undefined : readHtml(lettersIn(mail.html), findPicture)
  if (html && isRefusal(html)) return html
  const text = html && html.words.trim() !== '' ? html : readText(lettersIn(mail.text ?? ''))
  const subject = asWindows1252(mail.subject ?? '')
    .replace(/^(?:(?:re|fw|fwd|tr|rv|wg|aw)\s*:\s*)+/i, '')
    .trim()
  return {
    ...noManuscript,
    ...text,
    attachments: files.filter((file) => !used.has(file)).map(({ name, bytes: content }) => ({ name, bytes: content })),
    fields: {
      ...text.fields,
      ...(subject !== '' && { 'mail subject': subject }),
      ...(mail.date !== undefined && { 'mail date': mail.date }),
    },
    words: [text.words, subject].join('\n'),
  }
}

function safely(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
