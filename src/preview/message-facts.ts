import { decodeWords } from '../check/message/header.ts'
import { parseMessage } from '../check/message/message.ts'
import type { FileFacts } from './wire.ts'

/** The fields that whoever sends a message looks at, in the order in which a mail program shows them. */
const shown = ['from', 'to', 'reply-to', 'subject', 'date', 'x-unsent']

const names: Readonly<Record<string, string>> = {
  from: 'From',
  to: 'To',
  'reply-to': 'Reply to',
  subject: 'Subject',
  date: 'Date',
  'x-unsent': 'Opens as',
}

/** What a message says of itself, and how it is written. */
export function messageFacts(file: string, bytes: Uint8Array): FileFacts {
  const message = parseMessage(file, bytes)
  const fields = shown.flatMap((name): (readonly [string, string])[] => {
    const value = message.header(name)?.value
    if (value === undefined) return name === 'to' ? [['To', 'nobody yet']] : []
    return [[names[name] ?? name, name === 'x-unsent' ? 'a draft, not yet sent' : decodeWords(value)]]
  })
  const parts = message.parts.filter(({ children }) => children.length === 0).map(({ type }) => type)
  return {
    facts: [...fields, ['Parts', parts.join(', ')], ['Size', sizeInWords(bytes.byteLength)]],
    text: Buffer.from(bytes).toString('utf8'),
  }
}

/** Whatever else a format makes: its size, and its text where it is one. */
export function fileFacts(mediaType: string, content: string | Uint8Array): FileFacts {
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength
  const isText = typeof content === 'string' || /^text\/|json|xml/.test(mediaType)
  return {
    facts: [
      ['Kind', mediaType],
      ['Size', sizeInWords(bytes)],
    ],
    text: isText ? Buffer.from(content).toString('utf8') : '',
  }
}

const sizeInWords = (bytes: number): string =>
  bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`
