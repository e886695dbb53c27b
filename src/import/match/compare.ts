import { words } from '../fold-text.ts'

/** Where two texts say something else: the words of the one, and those of the other in their place. */
export interface Difference {
  readonly source: string
  readonly here: string
}

/** Longer texts are compared by their words alone: the table of a comparison grows with the square. */
const longest = 3_000

/** How alike two texts are, from 0 to 1, and where they differ, by a longest common sequence of their words. */
export function compare(
  source: string,
  here: string,
): { readonly likeness: number; readonly differences: readonly Difference[] } {
  const [a, b] = [words(source), words(here)]
  if (a.length === 0 || b.length === 0) return { likeness: 0, differences: [] }
  if (a.length > longest || b.length > longest)
    return { likeness: a.join(' ') === b.join(' ') ? 1 : 0, differences: [] }
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => table[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const differences: { source: string[]; here: string[] }[] = []
  let open: { source: string[]; here: string[] } | undefined
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++
      j++
      open = undefined
      continue
    }
    if (!open) differences.push((open = { source: [], here: [] }))
    if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) open.source.push(a[i++] ?? '')
    else open.here.push(b[j++] ?? '')
  }
  return {
    likeness: (2 * at(0, 0)) / (a.length + b.length),
    differences: differences.map((one) => ({ source: one.source.join(' '), here: one.here.join(' ') })),
  }
}

/** `the source has "3000" where about-the-cicc has "2500"`. */
export const differenceInWords = ({ source, here }: Difference, name: string): string =>
  here === ''
    ? `only the source has "${source}"`
    : source === ''
      ? `only ${name} has "${here}"`
      : `the source has "${source}" where ${name} has "${here}"`
