import { elementsOf, parseMarkup, textOf, type Element } from '../../clients/markup.ts'
import { sourceText, type SourceText } from '../../source/text.ts'
import { decodeWords, parameter, quotedBytes, readHeaders, type Header } from './header.ts'
import type { Span } from '../email/email.ts'

/** A part of a message: a body, or several parts. Offsets are bytes of the file. */
export interface Part {
  readonly headers: readonly Header[]
  /** `text/plain` and the like, in lower case. */
  readonly type: string
  readonly charset: string | undefined
  readonly encoding: string
  /** The name of an attached file; undefined for what is shown. */
  readonly attachment: string | undefined
  readonly children: readonly Part[]
  readonly start: number
  readonly end: number
}

/** A message in the format of RFC 5322, parsed once for all rules. */
export interface Message {
  /** One character for each byte, so that columns count bytes. */
  readonly source: SourceText
  readonly root: Part
  /** Every part, the containers too, in the order of the file. */
  readonly parts: readonly Part[]
  /** The first field of that name, in lower case. */
  header(name: string): Header | undefined
  readonly subject: string | undefined
  /** The first text/plain and text/html that are shown, decoded. */
  readonly text: string | undefined
  readonly html: string | undefined
}

/** Parses the bytes of an .eml. Never throws: what is broken is what the rules report. */
export function parseMessage(file: string, bytes: Uint8Array): Message {
  const source = sourceText(file, Buffer.from(bytes).toString('latin1'))
  const root = readPart(source.text, 0, source.text.length)
  const parts = flatten(root)
  const decoded = (type: string): string | undefined => {
    const part = parts.find((one) => one.type === type && one.attachment === undefined)
    return part && decode(source.text, part)
  }
  const header = (name: string): Header | undefined => root.headers.find((one) => one.name === name)
  const subject = header('subject')?.value
  return {
    source,
    root,
    parts,
    header,
    subject: subject === undefined ? undefined : decodeWords(subject),
    text: decoded('text/plain'),
    html: decoded('text/html'),
  }
}

const flatten = (part: Part): Part[] => [part, ...part.children.flatMap(flatten)]

/** Parts within parts deeper than this are taken for one: no mail program looks further. */
const deepest = 50

function readPart(text: string, from: number, end: number, depth = 0): Part {
  const gap = /(?:^|\r?\n)\r?\n/g
  gap.lastIndex = from
  const blank = text.slice(from, from + 2) === '\r\n' ? { index: from, 0: '\r\n' } : gap.exec(text)
  const bodyStart = blank && blank.index < end ? blank.index + blank[0].length : end
  const headers = readHeaders(text, from, Math.min(bodyStart, end))
  const value = (name: string): string => headers.find((one) => one.name === name)?.value ?? ''
  const type = /^[^\s;]+/.exec(value('content-type'))?.[0].toLowerCase() ?? 'text/plain'
  const boundary = type.startsWith('multipart/') ? parameter(value('content-type'), 'boundary') : undefined
  const disposition = value('content-disposition')
  return {
    headers,
    type,
    charset: parameter(value('content-type'), 'charset'),
    encoding: value('content-transfer-encoding').toLowerCase() || '7bit',
    attachment: /^attachment/i.test(disposition) ? decodeWords(parameter(disposition, 'filename') ?? '') : undefined,
    children: boundary === undefined || depth === deepest ? [] : split(text, bodyStart, end, boundary, depth + 1),
    start: bodyStart,
    end,
  }
}

/** The parts between the lines of a boundary; the line end before such a line belongs to it (RFC 2046, 5.1.1). */
function split(text: string, start: number, end: number, boundary: string, depth: number): Part[] {
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const lines = [
    ...text.slice(start, end).matchAll(new RegExp(`(?:^|\\r?\\n)--${escaped}(--)?[ \\t]*(?=\\r?\\n|$)`, 'g')),
  ]
  return lines.flatMap((line, i) => {
    if (line[1]) return []
    const after = start + line.index + line[0].length
    const from = after + (text.startsWith('\r\n', after) ? 2 : 1)
    return [readPart(text, from, start + (lines[i + 1]?.index ?? end - start), depth)]
  })
}

function decode(text: string, { start, end, encoding }: Part): string {
  const body = text.slice(start, end)
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return (encoding === 'quoted-printable' ? quotedBytes(body) : Buffer.from(body, 'latin1')).toString('utf8')
}

/** The start of a message, for what is missing from it. */
export const beginning: Span = [0, 0]

/** The HTML of a message as text: what is hidden in it and its head left out. */
export function visibleText(html: string): string {
  const document = parseMarkup(html)
  const hidden = new Set<unknown>()
  const parts: string[] = []
  for (const element of elementsOf(document)) {
    if (hidden.has(element.parentNode) || isUnseen(element)) hidden.add(element)
    else for (const child of element.childNodes) if (child.nodeName === '#text') parts.push(textOf(child))
  }
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

const isUnseen = ({ tagName, attrs }: Element): boolean =>
  tagName === 'head' ||
  tagName === 'style' ||
  attrs.some(({ name, value }) => name === 'style' && /display\s*:\s*none/i.test(value))
