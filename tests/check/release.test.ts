import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asChecked, lintRelease, rules, runReleaseRule, type ReleaseRule } from '../../src/check/release/index.ts'
import { readReleaseName } from '../../src/release/file-name.ts'
import { readRelease, type Release } from '../../src/release/read.ts'
import { sourceText } from '../../src/source/text.ts'

function releaseOf(text: string, language = ''): Release {
  const file = `releases/2026-01-02-x${language && `.${language}`}.md`
  const name = readReleaseName(file)
  if (!name || !('slug' in name)) throw new Error('no name of a release')
  const { value, diagnostics } = readRelease(sourceText(file, text), name, { language: 'en-US', timeZone: 'UTC' })
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return value
}

const alone = { isOriginal: true, houseContacts: [], worth: {} }
const around = (release: Release) => ({ date: release.date, ...alone })

const said = (found: readonly { message: string; position?: { start: { line: number; column: number } } }[]): string =>
  found.map(({ position, message }) => `${position?.start.line}:${position?.start.column} ${message}`).join('\n')

const findings = (rule: ReleaseRule, text: string): string => {
  const release = releaseOf(text)
  return said(runReleaseRule(rule, asChecked(release, around(release))))
}

describe.each<ReleaseRule>(rules)('$code', (rule) => {
  test.each(Object.entries(rule.examples.bad).map(([text, expected]) => [expected, text] as const))(
    'reports %j',
    (expected, text) => expect(findings(rule, text)).toBe(expected),
  )
  test.each(rule.examples.good.map((text, i) => [i + 1, text] as const))('accepts good example %i', (_, text) =>
    expect(findings(rule, text)).toBe(''),
  )
})

describe('every rule of releases', () => {
  test('has a name of its own, an example that fails and one that is mended', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
    for (const { code, examples } of rules) {
      expect(Object.keys(examples.bad).length, code).toBeGreaterThan(0)
      expect(examples.good.length, code).toBeGreaterThan(0)
    }
  })

  test('mends to something that it accepts, and mending it again changes nothing', () => {
    let mended = 0
    for (const rule of rules as readonly ReleaseRule[])
      for (const text of Object.keys(rule.examples.bad)) {
        const release = releaseOf(text)
        const fixes = runReleaseRule(rule, asChecked(release, around(release))).flatMap(({ fix }) => fix ?? [])
        if (fixes.length === 0) continue
        const after = fixes
          .sort((a, b) => b.start - a.start)
          .reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text)
        expect(findings(rule, after), rule.code).toBe('')
        mended++
      }
    expect(mended).toBeGreaterThan(1)
  })

  test('bears any body, and says where in it', () => {
    const scraps = fc.constantFrom(
      '“',
      '"',
      '[^1]',
      '\n\n',
      '::: quote A, b\n',
      ':::\n',
      '```\n',
      '<!--',
      '-->',
      '[here](',
      ')',
      'Monday, May 3',
      '!',
      '  ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(scraps, fc.string())), (parts) => {
        const text = `---\nheadline: Acme\ndate: 2026-11-24\n---\n\nText. ${parts.join('')}\n`
        for (const { position } of lintRelease(releaseOf(text), { date: undefined, ...alone })) {
          expect(position?.start.offset).toBeGreaterThanOrEqual(0)
          expect(position?.end.offset).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})

describe('dates', () => {
  const weekday = rules.find(({ code }) => code === 'weekday') as ReleaseRule
  const inLanguage = (language: string, body: string): string => {
    const release = releaseOf(`---\nheadline: Acme\ndate: 2026-11-24\n---\n\n${body}\n`, language)
    return said(runReleaseRule(weekday, asChecked(release, around(release))))
  }

  test.each([
    ['en', 'On Monday, 24 November 2026, it opens.', 'On Tuesday, 24 November 2026, it opens.'],
    ['fr', 'Le lundi 24 novembre 2026, elle ouvre.', 'Le mardi 24 novembre 2026, elle ouvre.'],
    ['es', 'El lunes, 24 de noviembre de 2026, abre.', 'El martes 24 de noviembre de 2026, abre.'],
    ['ar', 'يفتح يوم الاثنين 24 نوفمبر 2026.', 'يفتح يوم الثلاثاء 24 نوفمبر 2026.'],
  ])('in %s', (language, wrong, right) => {
    expect(inLanguage(language, wrong)).toMatch(/24 November 2026 is a Tuesday, not a Monday$/)
    expect(inLanguage(language, right)).toBe('')
  })

  test('in a language that the rule does not know are left alone', () => {
    expect(inLanguage('de', 'Am Montag, 24. November 2026.')).toBe('')
  })
})

describe('an author who answers a finding', () => {
  const lint = (body: string, front = ''): string =>
    said(
      lintRelease(releaseOf(`---\nheadline: Acme\ncontacts: [ana]\n${front}---\n\n${body}\n`), {
        date: undefined,
        ...alone,
      }),
    )

  test('is not told of it again', () => {
    expect(lint('It runs! Yes.')).toBe('6:8 Exclamation mark')
    expect(lint('<!-- pressmark-ignore exclamation-mark: it is the slogan -->\nIt runs! Yes.')).toBe('')
    expect(lint('It runs! Yes. <!-- pressmark-ignore exclamation-mark: the slogan -->')).toBe('')
    expect(lint('Text.', 'summary: TK # pressmark-ignore placeholder-text: the TK bank\n')).toBe('')
  })

  test('answers for one paragraph, not for the next', () => {
    const body = '<!-- pressmark-ignore exclamation-mark: the slogan -->\n\nIt runs! Yes.\n\nIt runs! No.'
    expect(lint(body)).toBe('10:8 Exclamation mark')
  })

  test('gives a reason, for a rule that there is and that spoke up', () => {
    expect(lint('<!-- pressmark-ignore exclamation-mark -->\nIt runs.')).toBe('6:1 Ignored without a reason')
    expect(lint('<!-- pressmark-ignore exclamation-mark: so -->\nIt runs.')).toBe(
      '6:1 Nothing to ignore of "exclamation-mark"',
    )
    expect(lint('<!-- pressmark-ignore exclamation: so -->\nIt runs.')).toBe('6:1 Unknown rule "exclamation"')
  })
})
