import { bareWords } from '../alike.ts'
import { bodyOf } from '../prose.ts'
import { defineReleaseRule, inside } from '../rule.ts'

/** Shorter ones, such as a name, stand above many lines. */
const fewestWords = 3
const fewestWithin = 5

/** `[add the translation]`, which every line of a begun translation is; behind it stands what it takes from its original as it is. */
const isToCome = /^\s*\[[^\]]+\]\s*(?:…|$)/

export const summaryRepeats = defineReleaseRule({
  code: 'summary-repeats',
  severity: 'warning',
  summary: 'Let summary and subheadline say something that the headline and the first paragraph do not',
  why: 'In a mail list the summary stands beside the headline and just before the first paragraph; a reader who has three lines to decide by gets the same one twice. A subheadline of three words or more that is the beginning of the headline, or goes on from the whole of it, says nothing new.',
  rate: 'not measured: archives have no such fields',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\nsubheadline: It makes pumps\nsummary: Acme makes pumps in Turku.\n---\n\nAcme makes pumps in Turku. It began on Monday.\n',
      '---\nheadline: Acme opens a plant in Turku\nsummary: Acme opens a plant\n---\n\nText.\n',
      '---\nheadline: Acme Pumps opens a plant\nsubheadline: Acme Pumps\n---\n\nText.\n',
      '---\nheadline: "[add the translation]"\nsubheadline: "[add the translation] … 2026"\nsummary: "[add the translation]"\n---\n\n[add the translation]\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant in Turku\nsubheadline: Acme opens a plant\n---\n\nText.\n':
        '3:14 The subheadline is the beginning of the headline',
      '---\nheadline: Acme opens a plant\nsubheadline: "Acme opens a plant: it makes pumps"\n---\n\nText.\n':
        '3:15 The subheadline begins with the headline',
      '---\nheadline: Acme opens a plant\nsubheadline: Acme Opens a Plant\nsummary: Acme makes pumps in Turku.\n---\n\nAcme makes *pumps* in Turku.\n':
        '3:14 The subheadline says the same as the headline\n4:10 The summary says the same as the first paragraph',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\nsummary: L’usine de Turku fabriquera vingt pompes…\n---\n\nL’usine de Turku fabriquera vingt pompes par jour.\n':
        '4:10 The summary says the same as the first paragraph',
      '---\nheadline: Acme abre una planta\nlanguage: es\nsummary: "Acme abre una planta."\n---\n\nTexto.\n':
        '4:11 The summary says the same as the headline',
      '---\nheadline: Acme, maker of pumps, opens a plant in Turku\nsummary: Acme opens a plant in Turku.\n---\n\nText.\n':
        '3:10 The summary says nothing that the headline does not',
    },
  },
  check(release, report) {
    const { fields, prose } = release
    const first = bodyOf(prose).find(({ kind }) => kind === 'text')
    const reach = (fields.summary?.length ?? 0) * 2
    const beginning = first ? bareWords(prose.text.slice(first.start, Math.min(first.end, first.start + reach))) : ''
    const [headline, subheadline, summary] = [fields.headline, fields.subheadline, fields.summary].map((text = '') =>
      isToCome.test(text) ? '' : bareWords(text),
    )
    const say = (field: 'subheadline' | 'summary', what: string): void => {
      const hint = field === 'summary' ? 'say in one sentence why it matters' : 'say what comes next, or leave it out'
      report({ message: `The ${field} ${what}`, hint, at: inside(release, [field]) })
    }
    if (headline && subheadline === headline) say('subheadline', 'says the same as the headline')
    else if (isBeginning(headline, subheadline)) say('subheadline', 'begins with the headline')
    else if (isBeginning(subheadline, headline)) say('subheadline', 'is the beginning of the headline')
    if (!summary) return
    const cutOff = /(?:…|\.\.\.)\s*$/.test(fields.summary ?? '')
    if (summary === headline) say('summary', 'says the same as the headline')
    else if (isWithin(summary, headline)) say('summary', 'says nothing that the headline does not')
    else if (summary === subheadline) say('summary', 'says the same as the subheadline')
    else if (summary === beginning || (cutOff && beginning.startsWith(summary)))
      say('summary', 'says the same as the first paragraph')
  },
})

/** Whether a line of three words or more is the beginning of another one, by their bare words. */
const isBeginning = (line = '', other = ''): boolean =>
  other.startsWith(`${line} `) && line.split(' ').length >= fewestWords

/** Whether a line of some words has only such as another one has, in their order. */
function isWithin(line: string, other = ''): boolean {
  const words = line.split(' ')
  let at = 0
  for (const word of other.split(' ')) if (word === words[at]) at++
  return words.length >= fewestWithin && at === words.length
}
