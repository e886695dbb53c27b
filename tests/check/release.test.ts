import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outputCodes } from '../../src/check/outputs.ts'
import { codes as diagnosticCodes } from '../../src/source/codes.ts'
import {
  asChecked,
  lintReleases,
  rules,
  type AnyRule,
  type CheckedRelease,
  type ReleaseFinding,
  type Ruling,
} from '../../src/check/release/index.ts'
import { openPressRoom } from '../../src/press-room/open.ts'
import { readReleaseName } from '../../src/release/file-name.ts'
import { readRelease } from '../../src/release/read.ts'
import { sourceText } from '../../src/source/text.ts'
import { findings, foundIn, mended, said } from '../support/findings.ts'
import { noon, pressRoom } from '../support/press-room.ts'

describe.each<AnyRule>(rules)('$code', (rule) => {
  test.each(Object.entries(rule.examples.bad).map(([text, expected]) => [expected, text] as const))(
    'reports %j',
    async (expected, text) => expect(await findings(rule, text)).toBe(expected),
  )
  test.each(rule.examples.good.map((text, i) => [i + 1, text] as const))('accepts good example %i', async (_, text) =>
    expect(await findings(rule, text)).toBe(''),
  )
})

const { value: room } = await openPressRoom(pressRoom({}))

function checkedOf(text: string, language = ''): CheckedRelease {
  const file = `releases/2026-01-02-x${language && `.${language}`}.md`
  const name = readReleaseName(file)
  if (!name || !('slug' in name) || !room) throw new Error('no name of a release')
  const { value: release, diagnostics } = readRelease(sourceText(file, text), name, room.settings)
  if (!release) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const surroundings = {
    room,
    now: noon,
    other: () => undefined,
    before: () => [],
    unreleased: () => [],
    answerOf: undefined,
    houseLanguages: () => [],
    piece: () => new Uint8Array(),
  }
  const [checked] = asChecked([{ release, resolved: undefined }], surroundings)
  if (!checked) throw new Error('nothing to check')
  return checked
}

const names = rules.map(({ code }) => code)
const lintOne = (release: CheckedRelease, by: Ruling): ReleaseFinding[] => lintReleases([{ release }], by)[0] ?? []

const ruling = { rules, worth: new Map(), known: names, ran: names }

describe('every rule of releases', () => {
  test('has a name of its own, an example that fails and one that is mended', () => {
    const codes = [...rules.map(({ code }) => code), ...outputCodes, ...Object.keys(diagnosticCodes)]
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([])
    for (const { code, examples } of rules) {
      expect(Object.keys(examples.bad).length, code).toBeGreaterThan(0)
      expect(examples.good.length, code).toBeGreaterThan(0)
    }
  })

  test('mends to something that it accepts, and mending it again changes nothing', async () => {
    let count = 0
    for (const rule of rules as readonly AnyRule[])
      for (const text of Object.keys(rule.examples.bad)) {
        const { root, mends } = await mended(rule, text)
        if (mends === 0) continue
        const left = (await foundIn(root, rule)).filter(({ fix }) => fix)
        expect(left, rule.code).toEqual([])
        count++
      }
    expect(count).toBeGreaterThan(1)
  })

  test('says of releases side by side what it says of each alone', () => {
    const texts = rules
      .flatMap(({ examples }: AnyRule) => [...examples.good, ...Object.keys(examples.bad)])
      .filter((text) => /^---\nheadline: [^\n]+\n(?:[^\n]+\n)*---\n/.test(text))
    const alone = texts.map((text) => lintOne(checkedOf(text), ruling))
    const sideBySide = lintReleases(
      texts.map((text) => ({ release: checkedOf(text) })),
      ruling,
    )
    expect(sideBySide).toEqual(alone)
    expect(alone.filter((found) => found.length > 0).length).toBeGreaterThan(300)
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
        for (const { position } of lintOne(checkedOf(text), ruling)) {
          expect(position?.start.offset).toBeGreaterThanOrEqual(0)
          expect(position?.end.offset).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})

describe('dates', () => {
  const inLanguage = (language: string, body: string): string => {
    const checked = checkedOf(`---\nheadline: Acme\ndate: 2026-11-24\n---\n\n${body}\n`, language)
    const found = lintOne(checked, ruling).filter(({ code }) => code === 'weekday')
    return said(found, false)
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
  const two = { ...ruling, rules: rules.filter(({ code }) => ['exclamation-mark', 'placeholder-text'].includes(code)) }
  const lint = (body: string, front = ''): string =>
    said(lintOne(checkedOf(`---\nheadline: Acme\ncontacts: [ana]\n${front}---\n\n${body}\n`), two), false)

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
