import { defineTextRule } from '../rule.ts'

/** Small words that no sentence has twice in a row. “That that”, “had had”, “in in” and “nous nous” are good sentences, and left out. */
const small: Readonly<Record<string, string>> = {
  en: 'the|a|an|of|to|and|for|with|from|by|or|be|will|but|our|their|its|your|this|these|we|they|at the|in the|of the|to the|on the|and the|for the',
  fr: 'le|la|les|un|une|des|du|de|et|à|au|aux|dans|pour|par|sur|avec|est|sont|ce|cette|ces|son|leur|leurs|de la|à la',
  es: 'el|la|los|las|un|una|de|del|al|y|en|por|para|con|su|sus|este|esta|estos|estas|es|de la|en el|en la',
  ar: 'في|من|إلى|على|عن|مع|التي|الذي|الذين|هذا|هذه|ذلك|بين|بعد|قبل|خلال',
}

const patterns = new Map(
  Object.entries(small).map(([language, words]) => [
    language,
    new RegExp(`(${words})(\\s+)\\1(?![\\p{L}\\p{N}'’-]|\\.\\p{L})`, 'iuy'),
  ]),
)

/** “Over and over and”, “paso por paso por”. */
const joining = /^(?:and|after|upon|for|with|from|por|para|tras|con|pour|par|sur|après|contre|بعد|إلى|من|على|عن)$/iu

export const doubledWord = defineTextRule({
  code: 'doubled-word',
  severity: 'warning',
  summary: 'Write no word twice in a row',
  why: 'Nobody sees it in a text that they wrote themselves, above all where a line breaks between the two; every reader does.',
  rate: '0–1; only words that no sentence has twice are looked for; two words twice are on 2 of 2,300 releases, wrong on both',
  languages: Object.keys(small),
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nShe said that that was all they had had. The `x` the. New York, New York. Over and over and over. From A to A. It leads the THE ranking.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nNous nous réjouissons, et vous vous taisez. Là là.\n',
    ],
    bad: {
      '---\nheadline: Acme opens the the plant\n---\n\nThe plant makes pumps of\nof steel. The the.\n\nIt sells the pumps the pumps are for.\n':
        '2:22 Doubled word "the"\n5:23 Doubled word "of"\n6:11 Doubled word "The"\n8:10 Doubled words "the pumps"',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle fait des des pompes.\n':
        '6:11 Doubled word "des"',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nHace bombas en la en la ciudad.\n':
        '6:13 Doubled word "en la"',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nيفتح في في المدينة، وما زال وما زال يكبر.\n':
        '6:6 Doubled word "في"\n6:21 Doubled words "وما زال"',
    },
  },
  check({ source, prose, language }, report) {
    const pattern = patterns.get(language)
    if (!pattern) return
    for (const { 0: typed, 1: word = '', 2: gap = '', index } of wordsTwice(prose.text, pattern)) {
      if (/[\p{L}\p{N}'’.-]/u.test(prose.text.charAt(index - 1))) continue
      const isBetweenParagraphs = /\n\s*\n/.test(gap)
      // “The THE World Ranking”: the second one is a name.
      const second = typed.slice(word.length + gap.length)
      if (second !== second.toLowerCase()) continue
      // What is blank in prose may be code in the file.
      if (isBetweenParagraphs || source.text.slice(index, index + typed.length) !== typed) continue
      report({
        message: `Doubled word "${word}"`,
        hint: 'take one of them away',
        at: [index, index + typed.length],
      })
    }
    for (const [start, words] of phrasesTwice(prose.text)) {
      const end = start + 2 * words.length + 1
      if (
        source.text.slice(start, end) === `${words} ${words}` &&
        wordsTwice(`${words} ${words}`, pattern).length === 0
      )
        report({ message: `Doubled words "${words}"`, hint: 'take them away once', at: [start, end] })
    }
  },
})

/** The matches of a pattern, which is tried only where a word, or two, seem to stand there once more behind a gap. */
function wordsTwice(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  let tried = 0
  let [before, word] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isLetter(unit)) continue
    if (!isGap(unit) || word === at) {
      word = at + 1
      continue
    }
    const end = at
    while (isGap(text.charCodeAt(at + 1))) at++
    for (const start of goesOnAlike(text, before, end, at + 1) ? [before, word] : [word]) {
      if (start < tried || !goesOnAlike(text, start, end, at + 1)) continue
      pattern.lastIndex = start
      const match = pattern.exec(text)
      if (!match) continue
      found.push(match)
      tried = pattern.lastIndex
    }
    before = word
    word = at + 1
  }
  return found
}

const isLetter = (unit: number): boolean =>
  unit < 0xc0 ? (unit | 32) >= 97 && (unit | 32) <= 122 : unit < 0x2000 || unit > 0x206f

const isGap = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x202f

/** Whether a stretch stands in a text once more from a place on, whatever the case of its letters; what only looks like it may pass. */
function goesOnAlike(text: string, start: number, end: number, again: number): boolean {
  for (let i = start, j = again; i < end; i++, j++)
    if ((text.charCodeAt(i) | 32) !== (text.charCodeAt(j) | 32)) return false
  return true
}

const isWord = (one: string): boolean => /^\p{L}{3,}$/u.test(one) && !joining.test(one)

/** Two words that stand there twice, `the defendants the defendants`. Within a line: a heading may be said again below it. */
function phrasesTwice(text: string): (readonly [start: number, words: string])[] {
  const found: (readonly [number, string])[] = []
  // The beginnings of four words in a row: the first and the third, the second and the fourth are to be the same.
  let [a, b, c] = [0, text.indexOf(' ') + 1, 0]
  if (b === 0) return found
  for (c = text.indexOf(' ', b) + 1; c > 0; [a, b, c] = [b, c, text.indexOf(' ', c) + 1]) {
    if (b - a < 4 || text.charCodeAt(a) !== text.charCodeAt(c) || !text.startsWith(text.slice(a, b), c)) continue
    const [first, second] = [text.slice(a, b - 1), text.slice(b, c - 1)]
    const d = c + first.length + 1
    const end = text.indexOf(' ', d)
    const last = text.slice(d, end === -1 ? text.length : end)
    if (first === second || !last.startsWith(second)) continue
    if (!isWord(first) || !isWord(second) || /^[\p{L}\p{N}'’-]/u.test(last.slice(second.length))) continue
    found.push([a, `${first} ${second}`])
  }
  return found
}
