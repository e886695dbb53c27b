import { unknownRule } from '../check/ignores.ts'
import { readWorth, type Worth } from '../check/options.ts'
import { outputCodes } from '../check/outputs.ts'
import { groups as ruleGroups, rules, type AnyRule, type Ruling, type YamlFile } from '../check/release/index.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { codes, warned } from '../source/codes.ts'
import type { Diagnostic } from '../source/diagnostic.ts'
import { readYaml } from '../source/yaml.ts'
import { ownRulesIn } from './own-rules.ts'
import { readSource } from './release-texts.ts'

/** The rules of one check. */
export interface Ruled {
  readonly ruling: Ruling
  /** What is wrong with the press room's own rules. */
  readonly diagnostics: readonly Diagnostic[]
  /** What press.yaml says of rules that no rule understands. */
  readonly unsound: readonly Diagnostic<string>[]
}

/** What releases are held to: the kit's rules and the press room's own, or those that are given, and more. */
export function rulingOf(
  room: PressRoom,
  given: readonly AnyRule[] | undefined,
  more: readonly AnyRule[],
  online: boolean,
): Ruled {
  const taken = [...rules, ...more].map(({ code }) => code)
  const own = ownRulesIn(room.root, [...taken, ...outputCodes])
  const chosen = [...(given ?? [...rules, ...own.rules]), ...more]
  const known = [...taken, ...own.rules.map(({ code }) => code), ...outputCodes]
  const { worth, faults: unsound } = worthIn(settingsFile(room.root), room, chosen, known)
  const offline = online ? [] : ruleGroups.online.map(({ code }): string => code)
  const named = Object.keys(codes)
  // An answer to a rule of the clock was right once, or will be.
  const timeless = chosen.filter(({ timeBound = false }) => !timeBound).map(({ code }) => code)
  const ran = [...timeless, ...named].filter((code) => worth.get(code)?.severity !== 'off' && !offline.includes(code))
  const ruling = { rules: chosen, worth, known: [...known, ...named], ran }
  return { ruling, diagnostics: own.diagnostics, unsound }
}

export function yamlFile(root: string, path: string): YamlFile | undefined {
  const source = readSource(root, path)
  const yaml = source && readYaml(source).value
  return source && yaml ? { source, yaml } : undefined
}

export const settingsFile = (root: string): YamlFile | undefined => yamlFile(root, 'press.yaml')

/** Rules of outputs, and what build warns of. */
const withoutOptions: ReadonlySet<string> = new Set([...outputCodes, ...warned])

/** What press.yaml says of rules, and what of it no rule understands. */
function worthIn(settings: YamlFile | undefined, room: PressRoom, run: readonly AnyRule[], known: readonly string[]) {
  const worth = new Map<string, Worth>()
  const faults: Diagnostic<string>[] = []
  const all = [...known, ...warned]
  const say = (path: readonly string[], fault: { code: string; message: string; hint: string }): void => {
    if (!settings) return
    const where = ['check', ...path]
    const [start, end] = fault.code === 'invalid-value' ? settings.yaml.valueAt(where) : settings.yaml.keyAt(where)
    const position = settings.source.between(start, end)
    faults.push({ ...fault, severity: 'warning', file: settings.source.file, position })
  }
  for (const [name, said] of Object.entries(room.settings.check)) {
    const rule = run.find(({ code }) => code === name)
    const settled = rule !== undefined || withoutOptions.has(name)
    if (!settled && !known.includes(name)) say([name], name in codes ? notToSettle(name) : unknownRule(name, all))
    if (!settled) continue
    const read = readWorth(name, said, rule?.options ?? {})
    worth.set(name, read.worth)
    for (const { path, ...fault } of read.faults) say(path, fault)
  }
  return { worth, faults }
}

const notToSettle = (name: string) => ({
  code: 'unknown-rule',
  message: `"${name}" cannot be settled`,
  hint: `settle rules, and what build only warns of: ${warned.join(', ')}`,
})
