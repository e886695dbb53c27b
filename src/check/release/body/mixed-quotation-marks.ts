import type { Edit } from '../../../source/diagnostic.ts'
import { beginsQuoted, quotePairsIn, type QuotePair } from '../quote-pairs.ts'
import { defineTextRule } from '../rule.ts'

const forms: Readonly<Record<string, string>> = { '“': '“”', '«': '«»' }

export const mixedQuotationMarks = defineTextRule({
  code: 'mixed-quotation-marks',
  severity: 'warning',
  summary: 'Use one form of quotation marks in a text',
  why: 'Two forms look like two hands, or like two kinds of quotation. Straight marks become those of the language by themselves, so the rule speaks only of those that stay as they are: the opening mark of a quotation that goes on in the next paragraph, one closed in another form, and forms that differ from those of the language beside it.',
  rate: '0–2.8; 0.1–39 mix straight and curly ones, of which most come out right by themselves',
  languages: ['en', 'fr', 'es', 'ar'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n"It runs," she said. “And how,” he said. “She said «oui» to it.”\n',
      '---\nheadline: Acme opens a plant\n---\n\n“It runs,” she said. The leaflet is „Pumpen für alle“.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\n“Elle marche”, dit-elle. “Très bien.”\n',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\n«La “planta” funciona», dijo.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\n"It runs.\n\n"And how," she said.\n': '5:1 Straight quotation mark',
      '---\nheadline: Acme opens a plant\n---\n\n"It runs,” she said. “And how," he said.\n':
        '5:1 Straight quotation mark\n5:31 Straight quotation mark',
      '---\nheadline: Acme opens a plant\n---\n\n“It runs,” she said. „Pumpen für alle" is its leaflet.\n':
        '5:38 Straight quotation mark',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\n« Elle marche », dit-elle. “Très bien”, dit-il.\n':
        '6:28 Other quotation marks than the rest of the text has',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\n"Funciona", dijo. “Muy bien”, dijo él.\n':
        '6:19 Other quotation marks than the rest of the text has',
    },
  },
  check({ source, prose, room, tag, language }, report) {
    const quotes = room.locale(tag as Parameters<typeof room.locale>[0]).value?.quotes
    const [opening, closing] = quotes ?? []
    if (opening === undefined || closing === undefined) return
    const own = forms[opening.trim()]
    const others: QuotePair[] = []
    let isOwn = false
    const straight = (at: number, text: string): void =>
      report({
        message: 'Straight quotation mark',
        hint: `write ${text.trim()}`,
        at: [at, at + 1],
        fix: { start: at, end: at + 1, text },
      })
    const paragraphs = prose.passages.filter(({ kind }) => kind === 'text' || kind === 'quotation')
    for (const [i, { start, end }] of paragraphs.entries()) {
      const pairs = quotePairsIn(prose.text, start, end, language)
      const next = paragraphs[i + 1]
      const goesOn = next !== undefined && beginsQuoted(prose.text.slice(next.start, next.end))
      for (const pair of pairs) {
        const [open, close] = pair.marks
        if (pair.close === undefined && pair.open !== undefined && open === '"' && goesOn && pairs.length === 1)
          straight(pair.open, opening)
        else if (pair.open === undefined || pair.close === undefined || pair.depth > 0) continue
        else if (open === '"' && close !== '"') straight(pair.open, counterpart(close, opening, closing))
        else if (close === '"' && open !== '"') straight(pair.close, counterpart(open, opening, closing))
        else if (open === '"' || `${open}${close}` === own) isOwn = true
        else if (forms[open] === `${open}${close}`) others.push(pair)
      }
    }
    if (!isOwn) return
    for (const { open, close } of others)
      if (open !== undefined && close !== undefined)
        report({
          message: 'Other quotation marks than the rest of the text has',
          hint: `write ${opening}…${closing}`,
          at: [open, close + 1],
          fix: inOwnMarks(source.text, open, close, opening, closing),
        })
  },
})

/** The other mark of a pair, with its space where it is that of the language. */
const counterpart = (mark: string, opening: string, closing: string): string =>
  mark === closing.trim()
    ? opening
    : mark === opening.trim()
      ? closing
      : ({ '”': '“', '“': '”', '»': '«', '«': '»', '„': '“' }[mark] ?? mark)

function inOwnMarks(text: string, open: number, close: number, opening: string, closing: string): Edit {
  const words = text.slice(open + 1, close).replace(outerSpaces, '')
  return { start: open, end: close + 1, text: `${opening}${words}${closing}` }
}

const outerSpaces = /^(?:[ \u00A0\u202F]|&nbsp;|&#160;|&#8239;)+|(?:[ \u00A0\u202F]|&nbsp;|&#160;|&#8239;)+$/g
