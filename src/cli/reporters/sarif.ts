import { createHash } from 'node:crypto'
import type { Diagnostic, Edit, Severity } from '../../source/diagnostic.ts'
import type { Position } from '../../source/text.ts'
import { fromHere, type Findings, type Reporter } from './reporter.ts'

/** GitHub refuses a run with more results (GitHub, SARIF support for code scanning, limits). */
export const mostResults = 25_000

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>
const ranks = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>

/** For code scanning: a log of SARIF 2.1.0 (OASIS). Where there are too many results for GitHub, the least severe are left out, and said. */
export const sarif: Reporter = async (findings) => {
  const { diagnostics } = findings
  const { kitVersion } = await import('../../source/kit.ts')
  const kept = diagnostics.length > mostResults ? mostSevere(diagnostics) : diagnostics
  const left = diagnostics.length - kept.length
  const codes = [...new Set(kept.map(({ code }) => code))].sort()
  const abouts = await aboutRules()
  const index = new Map(codes.map((code, i) => [code, i]))
  const print = fingerprints(findings)
  const run = {
    tool: {
      driver: {
        name: 'Pressmark',
        version: kitVersion(),
        rules: codes.map((code) => descriptor(code, abouts.get(code))),
      },
    },
    invocations: [
      {
        executionSuccessful: true,
        ...(left > 0 && {
          toolExecutionNotifications: [
            {
              level: 'warning',
              message: { text: `${left} results left out, the least severe; a log takes ${mostResults}` },
            },
          ],
        }),
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: kept.map((one) => resultOf(one, findings.root, index.get(one.code) ?? -1, print(one))),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function mostSevere(diagnostics: readonly Diagnostic<string>[]): readonly Diagnostic<string>[] {
  const kept = new Set(diagnostics.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]).slice(0, mostResults))
  return diagnostics.filter((one) => kept.has(one))
}

interface About {
  readonly summary: string
  readonly why: string
}

/** What each rule, and each fault that build tells of, is about. */
async function aboutRules(): Promise<ReadonlyMap<string, About>> {
  const [{ rules }, { outputRules }, { codes }] = await Promise.all([
    import('../../check/release/rules.ts'),
    import('../../check/outputs.ts'),
    import('../../source/codes.ts'),
  ])
  const faults = Object.entries(codes).map(([code, meaning]) => [code, { summary: meaning, why: meaning }] as const)
  const held: readonly (About & { readonly code: string })[] = [...rules, ...Object.values(outputRules).flat()]
  return new Map<string, About>([...faults, ...held.map((rule) => [rule.code, rule] as const)])
}

const descriptor = (code: string, about: About | undefined) => ({
  id: code,
  ...(about && {
    shortDescription: { text: about.summary },
    fullDescription: { text: about.why },
    help: { text: `${about.why} More of it: pressmark explain ${code}` },
  }),
})

function resultOf(one: Diagnostic<string>, root: string, ruleIndex: number, fingerprint: string) {
  const { code, severity, message, hint, file, position, related, fix } = one
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message}; ${hint}` },
    locations: [{ physicalLocation: placeOf(root, file, position) }],
    partialFingerprints: { 'pressmark/v1': fingerprint },
    ...(related && {
      relatedLocations: related.map((place, id) => ({
        id,
        message: { text: place.message },
        physicalLocation: placeOf(root, place.file, place.position),
      })),
    }),
    ...(fix && { fixes: [{ description: { text: hint ?? message }, artifactChanges: [changeOf(root, file, fix)] }] }),
  }
}

const artifact = (root: string, file: string) => ({
  uri: fromHere(root, file).split('/').map(encodeURIComponent).join('/'),
  uriBaseId: '%SRCROOT%',
})

const placeOf = (root: string, file: string, position: Position | undefined) => ({
  artifactLocation: artifact(root, file),
  ...(position && {
    region: {
      startLine: position.start.line,
      startColumn: position.start.column,
      endLine: position.end.line,
      endColumn: position.end.column,
    },
  }),
})

const changeOf = (root: string, file: string, { start, end, text }: Edit) => ({
  artifactLocation: artifact(root, file),
  replacements: [{ deletedRegion: { charOffset: start, charLength: end - start }, insertedContent: { text } }],
})

/** What a finding is known by when lines have moved: its rule, its file, the words of its line, and which of several such it is. */
function fingerprints({ lineOf }: Findings): (one: Diagnostic<string>) => string {
  const seen = new Map<string, number>()
  return ({ code, file, position }) => {
    const line = position ? (lineOf(file, position.start.line) ?? '').trim() : ''
    const what = `${code}\n${file}\n${line}`
    const count = seen.get(what) ?? 0
    seen.set(what, count + 1)
    return createHash('sha256').update(`${what}\n${count}`).digest('hex').slice(0, 32)
  }
}
