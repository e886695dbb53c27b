import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic, Edit } from '../source/diagnostic.ts'
import { writeFault } from './disk-fault.ts'
import { writeWhole } from '../source/whole-file.ts'

/** How many mends went into a file. */
export interface Mended {
  readonly file: string
  readonly count: number
}

/**
 * Does what diagnostics offer to do to the files of a press room, by the least edits: every other byte stays. A file that is no longer
 * as it was read is left alone, and so is one that is not UTF-8; one that cannot be written is a diagnostic.
 */
export function mend(
  root: string,
  texts: ReadonlyMap<string, string>,
  found: readonly Diagnostic<string>[],
): { readonly mended: readonly Mended[]; readonly diagnostics: readonly Diagnostic[] } {
  const mended: Mended[] = []
  const diagnostics: Diagnostic[] = []
  for (const [file, text] of texts) {
    const edits = withoutOverlaps(found.flatMap((one) => (one.file === file && one.fix ? one.fix : [])))
    const path = join(root, file)
    try {
      if (edits.length === 0 || readFileSync(path, 'utf8') !== text) continue
      const real = realpathSync(path)
      writeWhole(real, applied(text, edits), statSync(real).mode)
      mended.push({ file, count: edits.length })
    } catch (error) {
      diagnostics.push(writeFault(file, 'file', error))
    }
  }
  return { mended, diagnostics }
}

/** A text with edits made in it; their offsets are those of the text as it was. */
export function applied(text: string, edits: readonly Edit[]): string {
  let out = ''
  let at = 0
  for (const { start, end, text: put } of edits) {
    out += text.slice(at, start) + put
    at = end
  }
  return out + text.slice(at)
}

/** In order; of two that touch the same stretch the first, the other may be made the next time. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = []
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end))
    if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit)
  return kept
}
