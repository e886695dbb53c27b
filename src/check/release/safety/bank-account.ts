import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

/** ISO 13616: two letters for the country, two digits to check by, and what the country's banks number accounts with. */
const form = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ \u00A0]?[A-Z0-9]{4}){2,7}(?:[ \u00A0]?[A-Z0-9]{1,3})?(?![\p{L}\d])/gu

/** Whoever asks for gifts names the account to be filled. */
const gifts =
  /(?<!\p{L})(?:donat|donor|gift|appeal|fundrais|don(?:s|ateurs?)?(?!\p{L})|faire un don|collecte|donaci|donativ|spende|تبرع)/iu
/** How far around a number such a word is looked for, in characters. */
const around = 300

export const bankAccount = defineTextRule({
  code: 'bank-account',
  severity: 'warning',
  summary: 'Leave bank accounts out, but for those that gifts go to',
  why: 'An account number in a release most often came along from an invoice, a form or a mail that was pasted. What journalists have is copied and kept; nobody gets it back.',
  rate: 'rare; only numbers whose check digits (ISO 13616) are right count',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nOrder no. NL91 ABNA 0417 1643 01 has wrong check digits.\n',
      '---\nheadline: Acme opens a plant\n---\n\nDonations go to NL91 ABNA 0417 1643 00.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nPour faire un don : FR14 2004 1010 0505 0001 3M02 606.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nThe fee goes to NL91 ABNA 0417 1643 00, by Friday.\n':
        '5:17 Number of a bank account',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nCompte : FR1420041010050500013M02606.\n':
        '6:10 Number of a bank account',
    },
  },
  check({ prose: { text } }, report) {
    for (const { 0: typed, index } of matchesIn(text, form)) {
      const end = index + typed.length
      if (!isAccount(typed) || gifts.test(text.slice(Math.max(0, index - around), end + around))) continue
      report({ message: 'Number of a bank account', hint: 'take it out', at: [index, end] })
    }
  },
})

/** Whether the check digits are right: the country and they put last, letters as numbers, the rest of a division by 97 is 1. */
function isAccount(typed: string): boolean {
  const number = typed.replace(/[ \u00A0]/g, '')
  if (number.length < 15 || number.length > 34) return false
  let rest = 0
  for (const sign of number.slice(4) + number.slice(0, 4))
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}
