/** The tags of MJML that hold text or HTML; in all others it reads only further tags of its own. */
const holders =
  'mj-(?:text|button|raw|table|title|preview|style|breakpoint|accordion-text|accordion-title|carousel-image|navbar-link|social-element)'
const attributes = `(?:[^<>"']|"[^"]*"|'[^']*')*`
const element = new RegExp(`<(${holders})\\b${attributes}(?:(?<=/)>|>((?:(?!</?mj-)[^])*)</\\1\\s*>)`, 'g')
const unclosed = new RegExp(`<(${holders})\\b`, 'g')
const tag = new RegExp(`</?[a-z]${attributes}>`, 'gi')

/** What MJML would leave out of a layout without a word, each with its line. */
export function lostIn(layout: string): { readonly line: number; readonly message: string }[] {
  const frame = blanked(blanked(layout, /<!--[^]*?-->/g), element)
  const body = Math.max(0, frame.indexOf('<mj-body'))
  const words = blanked(frame, tag)
  const found = (pattern: RegExp, text: string, message: (match: string) => string) =>
    [...text.matchAll(pattern)].map(({ 0: all, 1: name = all, index }) => ({ index, message: message(name) }))
  const lost = [
    ...found(/<mj-include\b/g, frame, () => 'mj-include is not followed, use a partial'),
    ...found(unclosed, frame, (name) => `Unclosed ${name}`),
  ]
  if (lost.length === 0)
    lost.push(
      ...found(
        /\S.*/g,
        `${' '.repeat(body)}${words.slice(body)}`,
        (text) => `Text that stands in no mj-text, "${text.trim()}"`,
      ),
    )
  return lost.map(({ index, message }) => ({ line: layout.slice(0, index).split('\n').length, message }))
}

/** A text with blanks in place of what a pattern finds, so that all else stays where it is. */
const blanked = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (match) => match.replace(/[^\n]/g, ' '))
