import { closeScaleMark } from '../../source/units.ts'
import type { Span } from '../rule.ts'

/** Currencies by their signs and words, in the languages of the kit. One word for several, such as dollar, counts as one currency. */
const currencies: readonly (readonly [name: string, sign: RegExp, word: RegExp])[] = [
  ['euro', /€|EUR/, /^(?:€|EUR|euros?|يورو)(?!\p{L})/iu],
  ['pound', /£|GBP/, /^(?:£|GBP|pounds?|libras?|livres?|جنيه(?:ا|اً|ات)?)(?!\p{L})/iu],
  ['dollar', /\$|USD/, /^(?:\$|USD|dollars?|dólar(?:es)?|دولار(?:ا|اً|ات)?)(?!\p{L})/iu],
  ['franc', /CHF/, /^(?:CHF|francs?|francos?|فرنك(?:ا|اً|ات)?)(?!\p{L})/iu],
  ['dinar', /JOD|KWD|TND/, /^(?:dinars?|dinar(?:es)?|دينار(?:ا|اً)?|دنانير)(?!\p{L})/iu],
  ['peso', /MXN|ARS|CLP/, /^(?:pesos?|بيزو)(?!\p{L})/iu],
]

/** What stands between figures and the currency behind them: `3,5 millions d’euros`, `3 million pounds`, `3 M€`. */
const between = new RegExp(`^[ \\u00A0\\u202F]?(?:\\p{L}+[ \\u00A0](?:de |d[’'])?|${closeScaleMark}(?=[€£$]))?`, 'u')
/** How far behind figures their currency may stand, in characters. */
const reach = 40

/** The currency of the figures that stand at a place in a text, where one is named beside them. */
export function currencyAt(text: string, [start, end]: Span): string | undefined {
  const before = /(?:[€£$]|\b[A-Z]{3})[ \u00A0\u202F]?$/.exec(text.slice(Math.max(0, start - 5), start))?.[0] ?? ''
  const behind = text.slice(end, end + reach)
  const next = behind.replace(/^[ \u00A0\u202F]/, '')
  const afterScale = behind.replace(between, '')
  return currencies.find(
    ([, sign, word]) => (before !== '' && sign.test(before)) || word.test(next) || word.test(afterScale),
  )?.[0]
}
