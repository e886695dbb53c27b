import { diagnose, type Outcome } from './diagnostic.ts'
import { sourceText, type SourceText } from './text.ts'

/** The largest text file that is read, in bytes. The longest real release met was 120 KB; 4 MB is a whole novel. */
export const maxTextBytes = 4_000_000

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes of a file to its text. A byte order mark is kept, so that offsets stay those of the file. */
export function decode(file: string, bytes: Uint8Array): Outcome<SourceText> {
  if (bytes.byteLength > maxTextBytes) {
    const size = (bytes.byteLength / 1e6).toFixed(1)
    const hint = 'keep pictures, data and reports as files beside the release and name them in `media` or `attachments`'
    const message = `Too large file, ${size} MB, maximum ${maxTextBytes / 1e6} MB`
    return { diagnostics: [diagnose({ file }, undefined, 'too-large-file', message, { hint })] }
  }
  try {
    return { value: sourceText(file, utf8.decode(bytes)), diagnostics: [] }
  } catch {
    const lossy = sourceText(file, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    const at = lossy.text.indexOf('\uFFFD')
    const hint = 'save the file as UTF-8 in your editor ("Save with encoding")'
    return { diagnostics: [diagnose(lossy, [at, at + 1], 'invalid-utf-8', 'Letters that are not UTF-8', { hint })] }
  }
}
