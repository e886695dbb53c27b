import type { StateCore } from 'markdown-it'

/**
 * Dashes and dots: `--` becomes an en dash, `---` an em dash, `...` an ellipsis. markdown-it's own rule for this also makes (c)
 * a copyright sign and +- a plus-minus, which changes words that a lawyer chose.
 */
export function dashesAndDots(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !/--|\.\.\./.test(block.content)) continue
    let inAutolink = 0
    for (const token of block.children ?? []) {
      if (token.type === 'link_open' && token.info === 'auto') inAutolink++
      if (token.type === 'link_close' && token.info === 'auto') inAutolink--
      if (token.type !== 'text' || inAutolink > 0) continue
      token.content = token.content
        .replace(/\.{3}(?!\.)/g, '…')
        .replace(/(^|[^-])---(?=[^-]|$)/gm, '$1—')
        .replace(/(^|[^-])--(?=[^-]|$)/gm, '$1–')
    }
  }
}

/**
 * Marks that pairing by what stands beside them gets wrong, set before that: apostrophes with which a word begins (the '90s, 'tis, rock 'n'
 * roll), which look like opening quotation marks, and quotation marks to which Arabic attaches a word of a letter or two, "and" or "the".
 */
export const attachedMarks =
  ([open = '"', close = '"']: readonly string[]) =>
  (state: StateCore): void => {
    for (const block of state.tokens) {
      if (block.type !== 'inline' || !/['"]/.test(block.content)) continue
      for (const token of block.children ?? []) {
        if (token.type !== 'text') continue
        if (token.content.includes("'"))
          token.content = token.content.replace(leftOut, (mark) => mark.replaceAll("'", '’'))
        if (arabicBefore.test(token.content))
          token.content = token.content.replace(
            attached,
            (_, before: string, quoted: string) => before + open + quoted + close,
          )
      }
    }
  }

/** Where letters or figures of an English word are left out at its beginning: also in the class of '26. */
const leftOut =
  /'(?<![\p{L}\p{N}]')(?:(?=\d0s(?!\p{L}))|(?=\d\d(?:[.,;:)]|$))|(?=(?:tis|twas|til|em)(?!\p{L}))|n'(?!\p{L}))/gimu

const arabicBefore = /[وفبلكاـ]"/

/** Whole quotations behind and, so, in, for or as, with the article or without, lengthened or not. */
const attached = /(?<![\p{L}\p{M}])([وف]?(?:[بلك]?(?:ال)?|لل)ـ?)(?<=[وفبلكاـ])"([^"\n]+)"(?!\p{L})/gu

/**
 * The plain spaces of French before ; : ! ? %, inside « » and numbers, and behind n° become no-break ones, so that no line begins with the mark
 * and no number is cut in two. Such a language says so by its quotation marks, which have the space with them.
 */
export function noBreakSpaces(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !plainSpace.test(block.content)) continue
    for (const token of block.children ?? [])
      if (token.type === 'text') token.content = token.content.replace(keptTogether, '\u00A0')
  }
}

export const plainSpace = / [;:!?»%]|« |\d \d{3}|n° \d/
const keptTogether = / (?=[;:!?»%])|(?<=«) |(?<=\d) (?=\d{3}(?!\d))|(?<=n°) (?=\d)/g
