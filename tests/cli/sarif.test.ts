import { Ajv } from 'ajv'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { mostResults, sarif } from '../../src/cli/reporters/sarif.ts'
import type { Diagnostic } from '../../src/source/diagnostic.ts'
import { sourceText } from '../../src/source/text.ts'

const text = '---\nheadline: Acme\n---\n\nTwo  spaces, two  spaces, and “quotes”.\n'
const source = sourceText('releases/2026-01-02-é x.md', text)
const finding = (words: string, more: Partial<Diagnostic<string>> = {}): Diagnostic<string> => {
  const start = text.indexOf(words)
  const position = source.between(start, start + words.length)
  return { code: 'double-space', severity: 'warning', message: 'Two spaces', file: source.file, position, ...more }
}

const told = async (diagnostics: readonly Diagnostic<string>[], typed = text, root = ''): Promise<Log> =>
  JSON.parse(await sarif({ diagnostics, root, colour: false, lineOf: (_, line) => typed.split('\n')[line - 1] })) as Log

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help?: object }[] } }
    readonly invocations: readonly { readonly toolExecutionNotifications?: readonly object[] }[]
    readonly results: readonly {
      readonly ruleIndex: number
      readonly level: string
      readonly partialFingerprints: object
      readonly locations: readonly { readonly physicalLocation: object }[]
      readonly fixes?: readonly object[]
    }[]
  }[]
}

/** The schema of OASIS is of draft 4, whose `id` is the `$id` of today. */
const {
  $schema: _,
  id: __,
  ...schema
} = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<
  string,
  unknown
>
const isValid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)

describe('a log of SARIF', () => {
  const related = [{ message: 'in the email', file: 'dist/releases/x/email.html' }]
  const all = [
    finding('  ', { fix: { start: 30, end: 32, text: ' ' }, hint: 'put one' }),
    finding('“quotes”', { code: 'contrast', severity: 'error', related }),
    { code: 'missing-settings', severity: 'info', message: 'None', file: 'press.yaml' } as const,
    { code: 'own-rule', severity: 'info', message: 'Own', file: 'press.yaml' } as const,
  ]

  test('is valid against its schema, with results and without', async () => {
    for (const diagnostics of [all, []]) {
      const log = await told(diagnostics)
      expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true)
    }
    expect(isValid({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false)
  })

  test('says of each result where it is, how bad, and of its rule what it is for', async () => {
    const [run] = (await told(all, text, 'rooms/acme')).runs
    expect(run?.results.map(({ level }) => level)).toEqual(['warning', 'error', 'note', 'note'])
    expect(run?.results.map(({ ruleIndex }) => run.tool.driver.rules[ruleIndex]?.id)).toEqual(
      all.map(({ code }) => code),
    )
    expect(run?.tool.driver.rules.filter(({ help }) => !help).map(({ id }) => id)).toEqual(['own-rule'])
    expect(run?.results[1]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'rooms/acme/releases/2026-01-02-%C3%A9%20x.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 5, startColumn: 31, endLine: 5, endColumn: 39 },
    })
    expect(run?.results[0]?.fixes).toMatchObject([
      {
        artifactChanges: [
          { replacements: [{ deletedRegion: { charOffset: 30, charLength: 2 }, insertedContent: { text: ' ' } }] },
        ],
      },
    ])
  })

  test('knows a finding again when lines have moved, and two of one line apart', async () => {
    const twice = [finding('  '), finding('  ')]
    const prints = async (found: readonly Diagnostic<string>[], typed: string) =>
      (await told(found, typed)).runs[0]?.results.map((one) => one.partialFingerprints)
    const before = await prints(twice, text)
    expect(before?.[0]).not.toEqual(before?.[1])
    const moved = twice.map((one) => {
      const { start, end } = one.position ?? source.between(0, 0)
      return { ...one, position: { start: { ...start, line: start.line + 2 }, end: { ...end, line: end.line + 2 } } }
    })
    expect(await prints(moved, `\n\n${text}`)).toEqual(before)
  })

  test('leaves out the least severe where there are more than GitHub takes, and says so', async () => {
    const many = Array.from({ length: mostResults + 2 }, (_, i) =>
      finding('Two', { severity: i < 2 ? 'info' : 'warning' }),
    )
    const [run] = (await told(many)).runs
    expect(run?.results.length).toBe(mostResults)
    expect(run?.results.every(({ level }) => level === 'warning')).toBe(true)
    expect(run?.invocations[0]?.toolExecutionNotifications?.length).toBe(1)
  })
})
