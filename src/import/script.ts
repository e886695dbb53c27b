/** How a text stands to its line: above it, below it, or on it again. */
export type Script = 'super' | 'sub' | 'baseline'

const forms = { super: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ', sub: '₀₁₂₃₄₅₆₇₈₉₊₋ₙ' } as const
const plain = '0123456789+−n'

/** A hyphen or a dash that is a minus sign, and not that of `1–3`. */
const minus = /(?<!\d)[-–−]|[-–−](?!\d)/g

/**
 * A raised or lowered text in letters that are so by themselves, since Markdown has no other way: without them 10⁶ would be 106. Letters of
 * ordinals (1st, 1er) stay as they are, and so does `n` among others.
 */
export function scripted(text: string, script: Script | undefined): string {
  if (script === undefined || script === 'baseline') return text
  const all = /^[\d+–−n\s-]+$/.test(text) ? /[\d+−n]/g : /[\d+−]/g
  return text.replace(minus, '−').replace(all, (letter) => forms[script].charAt(plain.indexOf(letter)))
}
