import { beginning, visibleText } from './message.ts'
import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

/** The share of words that one version may have alone: addresses, captions and labels differ by right. */
const allowed = 0.15
/** So many words more are never told of: where a release is a sentence long, what the layout says counts for much. Of footnotes and “Read online” only the HTML speaks, in French with four words. */
const few = { text: 2, HTML: 4 } as const

export const sameWords = defineMessageRule({
  code: 'same-words',
  severity: 'warning',
  summary: 'Say the same in the text and in the HTML',
  why: 'Readers of the text version are owed the whole release, and filters take two different versions for a trick (SpamAssassin, MPART_ALT_DIFF).',
  examples: {
    good: [
      sample(),
      sample({ text: "L'usine d'Acme", html: '<p>L=E2=80=99us=C2=ADine d=E2=80=99Acme</p>' }),
      sample({
        text: "L'usine ouvre",
        html: '<p>L=E2=80=99usine ouvre</p><h2>Notes de bas de page</h2><a>Lire en ligne</a>',
      }),
      sample({ text: 'ACME OPENS A PLANT IN TURKU\r\nand gives work to four hundred people https://example.org/' }),
    ],
    bad: {
      [sample({ text: 'Acme opens a plant' })]:
        '1:1 Text that leaves out words of the HTML, "turku gives work four hundred"',
      [sample({
        text: 'Hafen Abfahrt\r\nTurkuHelsinki StockholmVisby NauvoKorpo',
        html: '<table><tr><th scope=3D"col">Hafen</th><th scope=3D"col">Abfahrt</th></tr><tr><td>Turku</td><td>Helsinki</td></tr><tr><td>Stockholm</td><td>Visby</td></tr><tr><td>Nauvo</td><td>Korpo</td></tr></table>',
      })]:
        '1:1 Text that leaves out words of the HTML, "turku helsinki stockholm visby nauvo"\n1:1 HTML that leaves out words of the text, "turkuhelsinki stockholmvisby nauvokorpo"',
      [sample({
        html: '<title>Acme opens a plant</title><p>Acme opens</p><p style="display:none">a plant in Turku</p>',
      })]: '1:1 HTML that leaves out words of the text, "plant turku gives work four"',
    },
  },
  check({ text, html }, report) {
    if (text === undefined || html === undefined) return
    for (const message of wordsLeftOut(text, html))
      report({ message, hint: 'Make both from the same release', at: beginning })
  },
})

/** What one of the two versions does not say. */
export function wordsLeftOut(text: string, html: string): string[] {
  const [plain, rich] = [wordsOf(text), wordsOf(visibleText(html))]
  const both = [
    ['Text', 'HTML', rich, plain],
    ['HTML', 'text', plain, rich],
  ] as const
  return both.flatMap(([one, other, from, to]) => {
    const missing = [...from].filter((word) => !to.has(word))
    return missing.length > Math.max(few[other], from.size * allowed)
      ? [`${one} that leaves out words of the ${other}, "${missing.slice(0, 5).join(' ')}"`]
      : []
  })
}

/** The different words of a text, short ones left out; each character is a word where a script has no spaces. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .replace(/\b(?:https?:\/\/|mailto:|tel:)\S+|[\u00ad\u200b\u2060\ufeff]/g, '')
      .replaceAll('’', "'")
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}[\p{L}\p{M}']{3,}/gu) ?? [],
  )
