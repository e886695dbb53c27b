import { readPhone } from '../../../release/phone.ts'
import type { Path } from '../../../source/yaml.ts'
import type { Finding } from '../../rule.ts'
import { defineRoomRule, inside, type YamlFile } from '../rule.ts'
import { entriesIn } from './entries.ts'
import { numberingOf } from './numbering.ts'

export const phoneForm = defineRoomRule({
  code: 'phone-form',
  severity: 'warning',
  summary: 'Write phone numbers as +31 70 311 1085, and as ones that there are',
  why: 'A number is dialled from other countries and from a phone’s screen: it begins with + and the country, without the 0 of the area, and has nothing but spaces between its groups (ITU-T E.123). Numbers are looked up in the numbering plans of the world; one that no plan has rings nowhere. `--fix` writes what build shows anyway, and quotation marks around what YAML editors take for a number.',
  rate: 'not measured: archives leave contacts out',
  examples: {
    good: [
      '=== templates/contacts.yaml\nana: { name: Ana Virta, phone: "+31 70 311 1085", mobile: +44 7911 123456 }\nben: { name: Ben Roe, phone: "+1 212 555 0142 ext. 12" }\n',
    ],
    bad: {
      '=== templates/contacts.yaml\nana: { name: Ana Virta, phone: "+1 (212) 555-0142", mobile: +31 (0)70-311 1085 }\n':
        '1:33 Phone number with brackets or hyphens\n1:61 Phone number with brackets or hyphens',
      '=== templates/contacts.yaml\nana:\n  name: Ana Virta\n  phone: 070 311 1085\n  mobile: 0031 6 5555 0142\n':
        '3:10 Phone number without its country\n4:11 Phone number without its country',
      '=== templates/contacts.yaml\nana:\n  name: Ana Virta\n  phone: +31703111085\n':
        '3:10 Phone number without quotation marks, which YAML editors take for a number',
      '=== templates/contacts.yaml\nana: { name: Ana Virta, phone: "+33 4 65 71 10", mobile: "+999 555 01422" }\nben: { name: Ben Roe, phone: "+31 070 311 1085", mobile: "+31703111085" }\n':
        '1:33 No such phone number (France)\n1:59 Phone number of no country\n2:31 Phone number with the 0 of the area\n2:59 Phone number in one piece',
    },
  },
  check(room, report) {
    for (const { contact, file, path } of entriesIn(room))
      for (const name of ['phone', 'mobile'] as const) {
        const fault = contact[name] === undefined ? undefined : faultOf(contact[name], file, [...path, name])
        if (fault) report({ ...fault, in: file.source })
      }
  },
})

function faultOf(number: string, file: YamlFile, path: Path): Finding | undefined {
  const at = inside(file, path)
  const isQuoted = at[0] !== file.yaml.valueAt(path)[0]
  if (!number.startsWith('+')) {
    const hint = number.startsWith('00')
      ? `write "+${number.slice(2).trim()}"`
      : 'begin with + and the number of the country, and leave out the 0 of the area'
    return { message: 'Phone number without its country', hint, at }
  }
  const plan = numberingOf(number.replace(/\s*(?:ext\.?|x)\s*\d+$/i, ''))
  if (plan.status === 'no-country')
    return { message: 'Phone number of no country', hint: 'correct what stands behind the +', at }
  if (plan.status === 'wrong') {
    const message = plan.country === '' ? 'No such phone number' : `No such phone number (${plan.country})`
    return { message, hint: plan.why ? `it is ${plan.why}; count its digits` : 'count its digits', at }
  }
  const { display, uri } = readPhone(number)
  if (uri.replace(/;.*/, '') !== `tel:${plan.dialled}`)
    return { message: 'Phone number with the 0 of the area', hint: `write "${plan.grouped}"`, at }
  const [start, end] = at
  const isAsTyped = file.source.text.slice(start, end) === number
  if (display !== number) {
    const text = isQuoted ? display : `"${display}"`
    const hint = `write "${display}"`
    return {
      message: 'Phone number with brackets or hyphens',
      hint,
      at,
      ...(isAsTyped && { fix: { start, end, text } }),
    }
  }
  if (/^\+\d+$/.test(number) && !isQuoted) {
    const message = 'Phone number without quotation marks, which YAML editors take for a number'
    return { message, hint: `write "${plan.grouped}"`, at, fix: { start, end, text: `"${number}"` } }
  }
  if (/^\+\d+$/.test(number))
    return { message: 'Phone number in one piece', hint: `write "${plan.grouped}"`, at, severity: 'info' }
  return undefined
}
