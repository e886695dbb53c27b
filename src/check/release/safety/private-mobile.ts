import { matchesIn } from '../../../source/matches.ts'
import type { PressRoom } from '../../../press-room/press-room.ts'
import { onceFor } from '../../../source/once.ts'
import { defineTextRule } from '../rule.ts'

/**
 * What numbers of mobile phones begin with, in countries whose numbering plan tells them apart (ITU-T E.164, national plans); in North
 * America it does not.
 */
const prefixes = [
  '20 1',
  '212 [67]',
  '213 [5-7]',
  '216 [2459]',
  '221 7',
  '225 0[157]',
  '233 [25]',
  '234 [789]',
  '243 [89]',
  '250 7',
  '254 [71]1?',
  '255 [67]',
  '256 7',
  '27 [678]',
  '30 69',
  '31 6',
  '32 4[5-9]',
  '33 [67]',
  '34 [67]',
  '351 9',
  '352 6',
  '353 8[35-9]',
  '358 (?:4|50)',
  '359 [89]',
  '36 [2357]0',
  '380 [569]',
  '39 3',
  '40 7',
  '41 7[5-9]',
  '420 [67]',
  '43 6[5-9]',
  '44 7[1-57-9]',
  '46 7[02369]',
  '47 [49]',
  '48 [5-8]',
  '49 1[567]',
  '61 4',
  '64 2',
  '91 [6-9]',
  '961 (?:3|7)',
  '962 7',
  '963 9',
  '964 7',
  '966 5',
  '970 5',
  '971 5',
  '972 5',
  '90 5',
]

const digits = (least: number): string => `(?:[ \\u00A0().\\-/]{0,3}\\d){${least},11}(?!\\d)`
const international = `(?:\\+|(?<!\\d)00)[ ]?(?:${prefixes
  .map((prefix) => prefix.replace(' ', '[ \\u00A0.\\-/]{0,2}(?:\\(0\\)[ ]?)?'))
  .join('|')})${digits(6)}`
/** A number that a word before it calls a mobile's, in whatever form. */
const called = `(?<=(?<!\\p{L})(?:mobile|mob|cell(?:phone)?|portable|móvil|movil|celular|handy|mobiel|جوال|محمول|هاتف محمول)(?: phone| number| nr| no)? ?[.:]{0,2} ?)[+(]?\\d${digits(6)}`
const mobile = new RegExp(`(?<![\\d+])(?=[+(\\d])(?:${international}|${called})`, 'giu')

/** Mobile numbers as they are dialled at home, `07700 900123`, in the countries where the contacts of a press room have their phones. */
const nationalOf = onceFor((room: PressRoom): RegExp => {
  const numbers = phonesOf(room).map((number) => number.replace(/[^\d+]/g, ''))
  const here = prefixes
    .map((prefix) => prefix.split(' ') as [country: string, begins: string])
    .filter(([country]) => numbers.some((number) => number.startsWith(`+${country}`)))
  const begins = here.map(([, begins]) => begins).join('|')
  return new RegExp(begins === '' ? '(?!)' : `(?<![\\d+.,:/-])0(?:${begins})${digits(6)}`, 'g')
})

const phonesOf = (room: PressRoom): string[] =>
  room.names.contacts.flatMap((id) =>
    room.contact(id).flatMap(({ phone, mobile: own }) => [phone, own].flatMap((number) => number ?? [])),
  )

export const privateMobile = defineTextRule({
  code: 'private-mobile',
  severity: 'warning',
  summary: 'Leave mobile numbers out, but for those of contacts',
  why: 'A mobile number is answered by a person, at night too, and a release is kept for years. Whoever is to be called stands in contacts.yaml, with the days on which that is so; any other number came along from a mail or a list.',
  rate: '0–0.4 in Switzerland, whose mobile numbers can be told; in the United States they look like all others',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nCall +31 70 311 1085, or +44 20 7946 0958. It made 31 612 345 678 pumps.\n',
      '=== templates/contacts.yaml\nana: { name: Ana Virta, mobile: "+31 6 5555 0142" }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nCall Ana, +31 (0)6-5555-0142.\n',
      '---\nheadline: Acme opens a plant\n---\n\nMobile phones: 1,200 were sold. Call 07700 900123.\n',
      '=== templates/contacts.yaml\nana: { name: Ana Virta, phone: "+44 20 7946 0018" }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nCall 020 7946 0018, on 07.07.2026; see 107700 900123.\n',
    ],
    bad: {
      '=== templates/contacts.yaml\nana: { name: Ana Virta, phone: "+44 20 7946 0018" }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nCall John, 07700 900123.\n':
        'releases/2026-01-02-x.md:5:12 Mobile number of nobody in contacts.yaml',
      '---\nheadline: Acme opens a plant\n---\n\nCall Jane, +31 6 5555 0143, or John, 0044 7700 900123.\n':
        '5:12 Mobile number of nobody in contacts.yaml\n5:38 Mobile number of nobody in contacts.yaml',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nPortable : 06 55 55 01 43.\n':
        '6:12 Mobile number of nobody in contacts.yaml',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nMóvil: 655 550 143.\n':
        '6:8 Mobile number of nobody in contacts.yaml',
      '---\nheadline: أكمي تفتح مصنعا\nlanguage: ar\n---\n\nاتصل بها: +962 7 9555 0143\n':
        '6:11 Mobile number of nobody in contacts.yaml',
    },
  },
  check({ prose, room }, report) {
    let known: readonly string[] | undefined
    const found = new Map(
      [...matchesIn(prose.text, mobile), ...matchesIn(prose.text, nationalOf(room))].map((one) => [one.index, one[0]]),
    )
    for (const [index, typed] of found) {
      known ??= phonesOf(room).map(lastDigits)
      if (known.includes(lastDigits(typed))) continue
      const hint = 'put the person into contacts.yaml, or take the number out'
      report({ message: 'Mobile number of nobody in contacts.yaml', hint, at: [index, index + typed.length] })
    }
  },
})

/** What two forms of a number share: its last eight digits. */
const lastDigits = (number: string): string => number.replace(/\D/g, '').slice(-8)
