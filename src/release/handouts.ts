import { eachInline, type Block, type Document, type Inline } from '../markdown/tree.ts'
import type { At } from './fault.ts'
import type { ReleaseFields } from './fields.ts'
import { type Media, type MediaFile, mediaFault, mediaPath } from './media.ts'
import type { Attachment, Medium } from './resolved.ts'

/** What front matter says of pictures, and which of them the body does not show. */
export function mediaOf(
  fields: ReleaseFields,
  body: Document,
  found: Media,
  words: (text: string | undefined, path: readonly (string | number)[]) => string,
  at: At,
): { all: ReadonlyMap<string, Medium>; gallery: readonly Medium[] } {
  const all = new Map<string, Medium>()
  for (const [i, { src, alt = '', caption, credit, rights = '' }] of (fields.media ?? []).entries()) {
    const path = mediaPath(src)
    const file = path === undefined ? undefined : found.files.get(path)
    const shown = {
      alt,
      caption: words(caption, ['media', i, 'caption']),
      credit: words(credit, ['media', i, 'credit']),
      rights,
    }
    if (path !== undefined && file) all.set(path, { src: path, file, ...shown })
    else if (/^https?:\/\//i.test(src)) all.set(src, { src, file: undefined, ...shown })
    else at(['media', i, 'src'], mediaFault(found, 'picture', src))
  }
  if (all.size === 0) return { all, gallery: [] }
  const inBody = new Set(picturesOf(body))
  return { all, gallery: [...all.values()].filter(({ src }) => !inBody.has(src)) }
}

/** The paths of the pictures that a body shows. */
function picturesOf({ blocks, footnotes }: Document): string[] {
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) walk(item)
    else if (typeof node === 'object' && node !== null) {
      if ('src' in node && typeof node.src === 'string') found.push(mediaPath(node.src) ?? node.src)
      for (const value of Object.values(node)) if (typeof value === 'object') walk(value)
    }
  }
  walk(blocks)
  walk(footnotes)
  return found
}

/** The files that a line of text links to or shows. */
export function filesNamedIn(
  line: readonly Inline[],
  files: ReadonlyMap<string, MediaFile>,
): ReadonlyMap<string, MediaFile> {
  const paragraph: Block = { type: 'paragraph', children: line, tight: true, lines: [0, 0] }
  const named = new Set<string | undefined>()
  eachInline([paragraph], (node) => {
    if (node.type === 'link') named.add(mediaPath(node.href))
    else if (node.type === 'image') named.add(mediaPath(node.src))
  })
  return new Map([...files].filter(([path]) => named.has(path)))
}

/** The reports and data that a release offers. */
export function attachmentsOf(fields: ReleaseFields, found: Media, at: At): Attachment[] {
  return (fields.attachments ?? []).flatMap((attachment, i): Attachment[] => {
    if ('url' in attachment) return [{ href: attachment.url, title: attachment.title, file: undefined }]
    const path = mediaPath(attachment.src)
    const file = path === undefined ? undefined : found.files.get(path)
    if (path !== undefined && file) return [{ href: path, title: attachment.title, file }]
    at(['attachments', i, 'src'], mediaFault(found, 'file', attachment.src))
    return []
  })
}
