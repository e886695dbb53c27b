import { sameLanguage } from '../../../press-room/language.ts'
import { matchesIn } from '../../../source/matches.ts'
import { bareWords } from '../alike.ts'
import type { Span } from '../../rule.ts'
import { bodyOf, wordsIn, type Passage } from '../prose.ts'
import { defineReleaseRule, type CheckedRelease } from '../rule.ts'
import { inOriginal } from './compare.ts'

/** Little words that a language cannot do without and the others have not: by them alone a language is known. */
const littleWords: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'with', 'that', 'by', 'is', 'was', 'has', 'are', 'from', 'which'],
  fr: ['le', 'les', 'des', 'du', 'et', 'une', 'dans', 'pour', 'est', 'par', 'qui', 'sur', 'au', 'aux'],
  es: ['el', 'los', 'las', 'del', 'y', 'con', 'por', 'para', 'su', 'al', 'fue', 'más'],
}
/** Fewer words may be names, titles or a slogan. */
const fewestWords = 4
const fewestToKnow = 12

export const untranslated = defineReleaseRule({
  code: 'untranslated',
  severity: 'warning',
  summary: 'Translate every headline, every paragraph and every sentence of a translation',
  why: 'What was left in the language of the original while somebody worked on it goes out with the rest. Readers take the whole release for made by a machine, and screen readers read it in the wrong voice.',
  rate: 'not measured: the archives are in one language',
  examples: {
    good: [
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant in Turku\ndate: 2026-05-04\n---\n\nThe plant makes pumps for ships of every size.\n\n“We are glad,” she said.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine à Turku\n---\n\nL’usine fait des pompes pour des bateaux de toutes les tailles.\n\n« We are glad », a-t-elle dit en anglais.\n=== releases/2026-05-04-x.en-GB.md\n---\nheadline: Acme opens a plant in Turku\n---\n\nThe plant makes pumps for ships of every size.\n',
    ],
    bad: {
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant in Turku\ndate: 2026-05-04\n---\n\nThe plant makes pumps for ships of every size.\n\nText.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme opens a plant in Turku\n---\n\nThe plant makes pumps for ships of every size.\n\nThe board of the company says that it is glad of the plant, which has taken two years to build.\n':
        'releases/2026-05-04-x.fr.md:2:11 Not translated, the headline\nreleases/2026-05-04-x.fr.md:5:1 Not translated, a paragraph\nreleases/2026-05-04-x.fr.md:7:1 Not translated, a paragraph',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant in Turku\ndate: 2026-05-04\n---\n\nThe plant is new. It makes pumps for ships of every size. It is in Turku.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine à Turku\n---\n\nL’usine est nouvelle. It makes pumps for ships of every size. Elle est à Turku.\n':
        'releases/2026-05-04-x.fr.md:5:23 Not translated, a sentence',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant in Turku\ndate: 2026-05-04\n---\n\nText.\n=== releases/2026-05-04-x.ar.md\n---\nheadline: أكمي تفتح مصنعا في توركو\n---\n\nThe board of Acme says it is glad of its plant, two years in the making.\n':
        'releases/2026-05-04-x.ar.md:5:1 Not translated, a paragraph',
    },
  },
  check(release, report) {
    const { original, source } = release
    if (!original || sameLanguage(release.tag, original.tag)) return
    const theirs = new Map(read(original).map((passage) => [bareWords(wordsOf(original, passage)), passage]))
    const sentences = new Map(
      read(original).flatMap((passage) =>
        sentencesIn(wordsOf(original, passage)).map(
          ({ at, bare }) => [bare, [passage.start + at[0], passage.start + at[1]]] as const,
        ),
      ),
    )
    for (const passage of read(release)) {
      const words = wordsOf(release, passage)
      const bare = bareWords(words)
      const same = isProse(words) ? theirs.get(bare) : undefined
      if (!same && !(passage.kind === 'text' && isIn(words, original.language, release.language))) {
        for (const { at, bare: sentence } of sentencesIn(words)) {
          const said = sentences.get(sentence)
          if (!said) continue
          report({
            message: 'Not translated, a sentence',
            hint: 'translate it, or set it in quotation marks where it is to stay as it is',
            at: [passage.start + at[0], passage.start + at[1]],
            related: inOriginal(original, 'in the original', said),
          })
        }
        continue
      }
      const what = passage.field === undefined ? 'a paragraph' : `the ${passage.field}`
      const start =
        passage.start + (/^\s*(?:[>*+-]\s+)*/.exec(source.text.slice(passage.start, passage.end))?.[0].length ?? 0)
      report({
        message: `Not translated, ${what}`,
        hint: 'translate it, or set it in quotation marks where it is to stay as it is',
        at: [start, passage.end],
        ...(same && { related: inOriginal(original, 'in the original', [same.start, same.end]) }),
      })
    }
  },
})

/** The fields and passages of the text that are words of the house; what somebody says may stay in the language it was said in. */
const read = ({ prose }: CheckedRelease): Passage[] => [
  ...prose.passages.filter(({ field }) => field !== undefined && /^(?:headline|subheadline|summary)$/.test(field)),
  ...bodyOf(prose).filter(({ kind }) => kind === 'text' || kind === 'heading'),
]

/** The words of a passage without those that somebody says. */
function wordsOf({ prose }: CheckedRelease, { start, end }: Passage): string {
  let words = prose.text.slice(start, end)
  for (const [from, to] of prose.spoken)
    if (from < end && to > start)
      words =
        words.slice(0, Math.max(0, from - start)) +
        ' '.repeat(Math.min(to, end) - Math.max(from, start)) +
        words.slice(to - start)
  return words
}

/** Shorter sentences may be names, titles or a slogan. */
const fewestOfSentence = 6

/** The sentences of a passage that has several, by their bare words. */
function sentencesIn(words: string): { readonly at: Span; readonly bare: string }[] {
  const found = [...matchesIn(words, /[^\s.!?؟][^.!?؟]*[.!?؟]?/gu)]
  if (found.length < 2) return []
  return found.flatMap(({ 0: typed, index }) =>
    isProse(typed) && wordsIn(typed).length >= fewestOfSentence
      ? { at: [index, index + typed.trimEnd().length], bare: bareWords(typed) }
      : [],
  )
}

/** Whether words are more than names: some of them in small letters, where a script has them. */
const isProse = (words: string): boolean => {
  const all = wordsIn(words)
  return all.length >= fewestWords && all.filter((word) => !/^[\p{Lu}\p{N}]/u.test(word)).length >= 2
}

/** Whether words are of one language and not of another, as far as can be known. */
function isIn(words: string, language: string, other: string): boolean {
  const all = wordsIn(words.toLowerCase())
  if (all.length < fewestToKnow) return false
  if (other === 'ar' || language === 'ar') {
    const arabic = all.filter((word) => /\p{Script=Arabic}/u.test(word)).length / all.length
    return other === 'ar' ? arabic < 0.1 : arabic > 0.9
  }
  const count = (tongue: string): number => all.filter((word) => littleWords[tongue]?.includes(word)).length
  return littleWords[other] !== undefined && count(language) >= 3 && count(language) > 6 * count(other)
}
