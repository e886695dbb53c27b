import { matchesIn } from '../../../source/matches.ts'
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
    const small = patterns.get(language)
    if (!small) return
    const { text } = prose
    // What is blank in prose may be code in the file.
    const isTyped = (start: number, typed: string): boolean => source.text.startsWith(typed, start)
    let tried = 0
    for (const start of placesIn(text)) {
      if (start < tried || /[\p{L}\p{N}'’.-]/u.test(text.charAt(start - 1))) continue
      small.lastIndex = phrase.lastIndex = start
      const [typed = '', word = '', gap = ''] = small.exec(text) ?? []
      // “The THE World Ranking”: the second one is a name.
      const second = typed.slice(word.length + gap.length)
      if (typed !== '') {
        tried = start + typed.length
        if (second === second.toLowerCase() && !/\n\s*\n/.test(gap) && isTyped(start, typed))
          report({
            message: `Doubled word "${word}"`,
            hint: 'take one of them away',
            at: [start, tried],
          })
        continue
      }
      const [words = '', first = '', last = ''] = phrase.exec(text) ?? []
      if (words === '' || first === last || joining.test(first) || joining.test(last) || !isTyped(start, words))
        continue
      const at = [start, start + words.length] as const
      report({ message: `Doubled words "${first} ${last}"`, hint: 'take them away once', at })
    }
  },
})

/** Two words of three letters and more that stand there twice, `the defendants the defendants`. Within a line: a heading may be said again below it. */
const phrase = /(\p{L}{3,}) (\p{L}{3,}) \1 \2(?![\p{L}\p{N}'’-])/uy

const letter = '[^\\s!-@[-`{-\\xbf\\u2000-\\u206f]'
/** A gap behind which the word before it stands once more, or the two words: only there is looked at what stands there. */
const again = new RegExp(`\\s(?:(?=(${letter}+))(?<=\\1\\s+)|(?=(${letter}+\\s+${letter}+))(?<=\\2\\s+))`, 'gi')

/** Where one word, or two, begin that seem to stand there twice in a row. */
function placesIn(text: string): number[] {
  return matchesIn(text, again).map(({ 1: word, 2: words = '', index }) => {
    let end = index
    while (/\s/.test(text.charAt(end - 1))) end--
    return end - (word ?? words).length
  })
}
