import { matchesIn } from '../../../source/matches.ts'
import { numberWordsIn } from '../numbers.ts'
import { defineTextRule, isSpoken } from '../rule.ts'

/** A figure from two to nine, as no part of a larger number, a date, a time or a name, before a word in small letters. */
const figure = /(?<![\p{L}\p{N}\p{Sc}.,:/+–-]|[\p{L}\p{N}] ?[-–] ?)([2-9]) (?=\p{Ll}{3,})/gu
/** Ages and measures are figures in every house. */
const measured =
  /^(?:years?|year-olds?|times|percent|per|metres?|meters?|miles?|feet|inches|tons|tonnes|litres?|ans|fois|mètres|pour|años?|veces|metros|por|litros)$/
const noun = /^\s?(\p{Ll}{3,})/u

export const numberStyle = defineTextRule({
  code: 'number-style',
  severity: 'info',
  summary: 'Count the same thing in words or in figures, not in both',
  why: 'AP and most houses write numbers under ten as words. One that writes figures is right as well; both, for the same thing, look like two hands.',
  rate: '0–0.6; only where the same thing is counted both ways',
  languages: ['en', 'fr', 'es'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nThe three plants have 5 percent more pumps, 8 tons of steel and seven engineers; it is 8 years old, and was shut for two years; at 4 p.m. two of them left. 12 plants.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nIt has three plants here, and 4 plants elsewhere.\n':
        '5:31 "4 plants" here, and "three plants" elsewhere',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle a trois usines ici, et 4 usines ailleurs.\n':
        '6:29 "4 usines" here, and "trois usines" elsewhere',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nTiene tres plantas aquí y 4 plantas allí.\n':
        '6:27 "4 plantas" here, and "tres plantas" elsewhere',
    },
  },
  check(text, report) {
    const { prose, language, source } = text
    const figures: { thing: string; typed: string; at: number }[] = []
    for (const { kind, start, end } of prose.passages)
      if (kind === 'text')
        for (const { 0: typed, index } of matchesIn(prose.text.slice(start, end), figure)) {
          const at = start + index
          const thing = noun.exec(prose.text.slice(at + typed.length, at + typed.length + 30))?.[1]
          if (thing !== undefined && !measured.test(thing) && !isSpoken(text, at))
            figures.push({ thing, typed: `${typed}${thing}`, at })
        }
    if (figures.length === 0) return
    const words = new Map<string, { typed: string; at: number }>()
    for (const { typed, at, value } of numberWordsIn(prose.text, language)) {
      const thing = noun.exec(prose.text.slice(at[1], at[1] + 30))?.[1]
      if (thing === undefined || value > 9 || at[0] < prose.bodyStart || isSpoken(text, at[0])) continue
      if (!words.has(thing)) words.set(thing, { typed: `${typed} ${thing}`, at: at[0] })
    }
    for (const { thing, typed, at } of figures) {
      const other = words.get(thing)
      if (!other) continue
      report({
        message: `"${typed}" here, and "${other.typed}" elsewhere`,
        hint: 'write both in the same way',
        at: [at, at + typed.length],
        related: [
          {
            message: 'elsewhere',
            file: source.file,
            position: source.between(other.at, other.at + other.typed.length),
          },
        ],
      })
    }
  },
})
