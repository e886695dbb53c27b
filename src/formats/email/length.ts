import type { Document } from '../../markdown/tree.ts'
import type { PressRoom } from '../../press-room/press-room.ts'
import type { ResolvedRelease } from '../../release/resolved.ts'
import { joined, mostBytes, type Parts } from '../../template/parts.ts'
import { diagnose, type Diagnostic, type Outcome } from '../../source/diagnostic.ts'

/** Gmail cuts off what is longer, in bytes of decoded HTML. */
export const clipped = 102_400

/** Up to here an email may grow on its way, by tracking or by an answer, and still not be cut off. */
export const comfortable = 80_000

/** In bytes; of a mail that is far from the limits, no more than it has at most. */
export function sizeOf(mail: Parts): number {
  const most = mostBytes(mail)
  return most <= comfortable ? most : Buffer.byteLength(joined(mail))
}

/** What is said of an email that Gmail would cut off, or nearly so. */
export function tooLong({ source, subjectAt }: ResolvedRelease, size: number, { settings }: PressRoom): Diagnostic {
  const severity = 'warning'
  if (size <= clipped) {
    const message = `Long email, ${size} bytes; Gmail cuts it off at ${clipped}`
    return diagnose(source, subjectAt(), 'long-email', message, {
      severity,
      hint: 'shorten the release, or put its tables into an attachment',
    })
  }
  const wish = settings.baseUrl ? '`mail: { cut: true }`' : '`mail: { cut: true }` and `base-url`'
  const hint = `shorten the release, or set ${wish} in press.yaml: the email then ends after a paragraph, with a link to the rest`
  return diagnose(source, subjectAt(), 'long-email', `Too long email, ${size} bytes, maximum ${clipped}`, {
    severity,
    hint,
  })
}

/** The longest beginning of a body with which the email is not cut off. It ends after a paragraph, never after a heading. */
export async function cutToFit(
  body: Document,
  size: number,
  make: (body: Document) => Promise<Outcome<Parts>>,
): Promise<Outcome<Parts>> {
  let count = Math.floor((body.blocks.length * comfortable) / size)
  for (;;) {
    const kept = body.blocks.slice(0, Math.max(1, count))
    while (kept.length > 1 && kept.at(-1)?.type !== 'paragraph') kept.pop()
    const made = await make({ blocks: kept, footnotes: body.footnotes })
    if (kept.length === 1 || made.value === undefined || sizeOf(made.value) <= comfortable) return made
    count = kept.length - Math.max(1, Math.ceil(kept.length / 20))
  }
}
