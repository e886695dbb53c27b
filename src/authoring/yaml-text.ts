/** Text that YAML reads as itself without quotation marks, whatever the schema: it begins with a letter, and is no word of YAML's. */
const plain = /^\p{L}(?:[\p{L}\p{N} .,;()/%?’–—-]*[\p{L}\p{N}.)?%])?$/u
const word = /^(?:true|false|yes|no|on|off|null|y|n)$/i
/** What JSON leaves as it is and a YAML file may not hold, or a reader could take for the end of a line. */
const unsafe = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g

/** A text as a value in YAML, on one line: as it is where that is safe, else in quotation marks. Reads back as the same text. */
export const scalar = (text: string): string => (plain.test(text) && !word.test(text) ? text : quoted(text))

/** The same, always in quotation marks, as a value inside brackets needs them. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A text as one line: what is typed or pasted as a headline may hold line ends, tabs and halves of characters. */
export const oneLine = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
