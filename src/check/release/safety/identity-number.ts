import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

const births = 'date of birth|d\\.?o\\.?b|date de naissance|fecha de nacimiento|تاريخ (?:الميلاد|الولادة)'
const birth = new RegExp(births, 'i')

/** What stands before the number of a person's papers. Without such a word a number is only a number. */
const papers = [
  'passport(?:\\s+(?:no|number))?',
  '(?:national )?(?:identity|ID) (?:card )?(?:no|number)',
  'social security (?:no|number)',
  'national insurance (?:no|number)',
  births,
  'passeport(?:\\s+(?:n°|no|numéro))?',
  "carte d[’']identité(?:\\s+(?:n°|no|numéro))?",
  'numéro de sécurité sociale',
  'pasaporte(?:\\s+(?:n\\.?º|núm|no|número))?',
  '(?:DNI|NIE)(?:\\s+(?:n\\.?º|núm|no|número))?',
  'número de la seguridad social',
  'جواز السفر(?: رقم)?|رقم جواز السفر',
  'رقم (?:الهوية|البطاقة)',
]

const word = new RegExp(
  `(?<!\\p{L})(?:${papers.join('|')})\\.?(?: ?[:#№]| (?:is|est|es|no|n°))? {0,2}(?=[A-Z]{0,3}[ -]?\\d)`,
  'giu',
)
/** Capitals and six digits or more, with what sets groups of them apart. */
const number =
  /(?:[A-Z]{1,3}[ -]?)?\d(?:[ ./-]?\d|[A-Z]{1,2}(?=\d)){5,14}(?:-?[A-Z])?(?![\p{L}\d])|\d{1,2}([./-])\d{1,2}\1\d{2}(?!\d)/uy

/** What any such number holds. It is looked for first, since digits are found fast: most texts have none but years and figures. */
const digits = /\d(?:[ ./-]?\d|[A-Z]{1,2}(?=\d)){5}|\d[./-]\d{1,2}[./-]\d{2}/

export const identityNumber = defineTextRule({
  code: 'identity-number',
  severity: 'warning',
  summary: 'Leave the numbers of people’s papers out',
  why: 'The number of a passport or an identity card, or a day of birth, is all that somebody needs to pass for another. It comes along from accreditation lists and visa letters that were pasted.',
  rate: '0–0.8; only numbers behind a word for such papers count',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nThe office has issued 120,000 passports; passport 2026 is the name of the programme.\n',
      '---\nheadline: Acme opens a plant\n---\n\nPassport applications rose to 1,204,310.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nJane Roe, passport no. AB1234567, travels along.\n':
        '5:24 Number of somebody’s papers',
      '---\nheadline: Acme opens a plant\n---\n\nJohn Roe (DOB: 01/02/1980) travels along.\n':
        '5:16 Somebody’s day of birth',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nJane Roe, passeport n° 12AB34567.\n':
        '6:24 Number of somebody’s papers',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nJane Roe, DNI: 12345678Z.\n':
        '6:16 Number of somebody’s papers',
      '---\nheadline: أكمي تفتح مصنعا\nlanguage: ar\n---\n\nرقم جواز السفر: A1234567\n':
        '6:17 Number of somebody’s papers',
    },
  },
  check({ prose: { text } }, report) {
    if (!digits.test(text)) return
    for (const { 0: typed, index } of matchesIn(text, word)) {
      number.lastIndex = index + typed.length
      const found = number.exec(text)
      const end = number.lastIndex
      const message = birth.test(typed) ? 'Somebody’s day of birth' : 'Number of somebody’s papers'
      if (found) report({ message, hint: 'take it out', at: [found.index, end] })
    }
  },
})
