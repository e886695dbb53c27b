import * as fc from 'fast-check'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { lintEmail, rules } from '../../src/check/email/index.ts'
import { quickLint } from '../../src/check/email/quick.ts'
import { buildHere, temporaryFolder } from '../support/press-room.ts'

const slowly = (html: string, subject?: string) =>
  lintEmail('email.html', new TextEncoder().encode(html), subject).map(({ code, message, position }) => [
    code,
    message,
    position,
  ])

/** Holds many mails, one after the other, to both ways. */
function compare(mails: readonly string[], subject?: string, lint = quickLint()): void {
  for (const html of mails) {
    const quick = lint('email.html', html, subject).map(({ code, message, position }) => [code, message, position])
    expect(quick).toEqual(slowly(html, subject))
  }
}

const scraps = [
  'Some words of the release that nobody would mind. ',
  '**bold** and *slanted* ',
  '[the data](https://example.org/a) ',
  '[here](https://example.org/a) ',
  '[press@example.org](mailto:press@example.org) ',
  'Call +31 70 555 0100. ',
  'Write to press@example.org. ',
  'https://example.org/a-long-address-that-goes-on-and-on/and-on ',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk ',
  '海は広くて深くて大きくてどこまでも続いていくので船は遠くへ行くことができるのだ ',
  'R&D < 5 > 3 "so" ',
  '`code` ',
  '\n\n## A heading\n\n',
  '\n\n- one\n- two\n\n  three\n\n',
  '\n\n> quoted\n\n',
  '\n\n::: quote Aino Virta\n"Yes."\n:::\n\n',
  '\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n',
  '\n\n![The harbour](https://example.org/a.png)\n\n',
  '\n\n![a.png](https://example.org/a.webp)\n\n',
  '\n\n* * *\n\n',
  '\u0092',
  '[^1]\n\n[^1]: A note.\n\n',
  '\n\n',
  '<b>raw</b> <span id="a">x</span><p id="a">y</p><table><tr><td>z</td></tr></table> ',
]

describe('the quick way to look at many mails', () => {
  let mails: string[] = []
  let subject = ''

  beforeAll(async () => {
    const root = join(temporaryFolder(), 'mail')
    cpSync(join(import.meta.dirname, '../fixtures/mail'), root, { recursive: true })
    let seed = 7
    const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let i = 0; i < 50; i++) {
      const body = Array.from({ length: 1 + next(9) }, () => scraps[next(scraps.length)]).join('')
      const summary = next(2) === 0 ? '' : `summary: ${'A line that says something '.repeat(next(5) + 1)}\n`
      writeFileSync(
        join(root, `releases/2026-02-01-made-${i}.md`),
        `---\nheadline: Acme opens plant ${i % 3}\n${summary}date: 2026-02-01\n---\n\nText. ${body}\n`,
      )
    }
    const { report, output } = await buildHere(root, { formats: ['email'] })
    mails = report.releases.flatMap(({ outputs }) => outputs.filter((one) => one.endsWith('.html')).map(output))
    subject = 'Acme opens plant 1'
    expect(mails.length).toBeGreaterThan(50)
  })

  test('says of the mails of a press room what the slow way says', () => compare(mails))

  test('says the same in another order, where a subject is known', () => compare(mails.toReversed(), subject))

  test('says the same with what another run has kept', () => {
    const kept = new Map<string, string>()
    const cache = {
      get: (key: string) => kept.get(key),
      set: (key: string, value: string) => void kept.set(key, value),
    }
    const first = quickLint(cache)
    compare(mails.slice(0, 3), undefined, first)
    first.keep()
    expect(kept.size).toBeGreaterThan(0)
    compare(mails, undefined, quickLint(cache))

    // Only what is new is kept again: nothing of the mails that the first run has seen.
    const before = [...kept.values()]
    const again = quickLint(cache)
    for (const html of mails.slice(0, 3)) again('email.html', html)
    again.keep()
    expect([...kept.values()]).toEqual(before)
    const more = quickLint(cache)
    for (const html of mails) more('email.html', html)
    more.keep()
    expect([...kept.values()]).not.toEqual(before)
  })

  test('keeps nothing where something was left out, which another run must say', () => {
    const kept = new Map<string, string>()
    const cache = {
      get: (key: string) => kept.get(key),
      set: (key: string, value: string) => void kept.set(key, value),
    }
    const lint = quickLint(cache, ({ code }) => code === 'layout-table')
    for (const html of mails) lint('email.html', html.replace('role="presentation"', 'role="mail"'))
    lint.keep()
    expect(kept.size).toBe(0)
  })

  test('keeps nothing where each mail has a head of its own', () => {
    const kept = new Map<string, string>()
    const cache = {
      get: (key: string) => kept.get(key),
      set: (key: string, value: string) => void kept.set(key, value),
    }
    const lint = quickLint(cache)
    for (let i = 0; i < 60; i++)
      lint('email.html', mails[0]?.replace('<title>', `<meta name="n" content="${i}"><title>`) ?? '')
    lint.keep()
    expect(kept.size).toBe(0)
  })

  test('says the same of mails in which something was changed', () => {
    const changes: readonly ((html: string, at: number) => string)[] = [
      (html, at) => html.slice(0, at) + html.slice(at + 1),
      (html, at) => html.slice(0, at) + html.slice(html.indexOf('>', at) + 1),
      (html, at) => {
        const from = html.indexOf('<td', at)
        return from === -1 ? html : `${html.slice(0, from)}<td style="color:#dddddd;padding:0"${html.slice(from + 3)}`
      },
      (html) => html.replace('text-decoration: underline', 'text-decoration: none'),
      (html) => html.replace('role="presentation"', 'role="mail"'),
      (html) => html.replace('mso-hide:all', ''),
      (html) => html.replace('<h1', '<h2').replace('</h1>', '</h2>'),
      (html) => html.replace('</p>', '<div>x</div></p>'),
      (html) => html.replace('<p', '<p id="a"').replace('<td', '<td id="a"'),
      (html) => html.replace('<!--[if mso', '<!-- plain --><!--[if mso'),
      (html) => html.replaceAll('font-size:16px', 'font-size:11px'),
      (html) => html.replaceAll('lang="en-US"', ''),
    ]
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...changes), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 2,
          maxLength: 4,
        }),
        (edits) => {
          const some = edits.map(([i]) => mails[i % mails.length] ?? '')
          const changed = edits.map(([i, change, where]) => {
            const html = mails[i % mails.length] ?? ''
            return change(html, Math.floor(where * html.length))
          })
          compare([...some, ...changed, ...some])
        },
      ),
      { numRuns: 10, endOnFailure: true },
    )
  })

  test('says the same of the examples of the rules, set into a mail', () => {
    const whole = (part: string): string =>
      mails[0]?.replace(/(<h1[^>]*>[\s\S]*?<\/h1>)/, (all) => `${all}${part}`) ?? ''
    const examples = rules.flatMap(({ examples: { good, bad } }) => [...good, ...Object.keys(bad)])
    const short = examples.filter((html) => html.length < 2_000 && !/<(?:html|head|body|title)\b/.test(html))
    compare([mails[0] ?? '', ...short.map(whole)])
  })
})
