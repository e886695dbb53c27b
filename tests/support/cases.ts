import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A press room with something wrong in it, and what is said of it. */
export interface Case {
  readonly title: string
  readonly files: Readonly<Record<string, Uint8Array>>
  /** The files that are not to be there. */
  readonly without: readonly string[]
  /** `file:line:column code message`, warnings with a `?` in front, and below each its hint. */
  readonly expected: string
}

/** What a press room has where a case does not say it. */
const usual = {
  'press.yaml': 'organization: { name: Acme }\n',
  'releases/2026-01-02-launch.md':
    '---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nAcme opened a plant in Turku.\n',
}

/**
 * Reads the cases of a folder of text files. In them `# ` begins a case, a path at the start of a line a file, whose text follows
 * indented by four spaces; `! ` is an error and `? ` a warning, each with its hint below it. ⟦E9⟧ is a byte, ⟦CR⟧ and ⟦TAB⟧ are
 * what they are called, ⟦word × 9⟧ stands there nine times, and ⟦none⟧ after a path means that there is no such file.
 */
export function readCases(folder: string): { readonly name: string; readonly cases: readonly Case[] }[] {
  return readdirSync(folder).map((file) => {
    const [, ...cases] = readFileSync(join(folder, file), 'utf8').split(/^# /m)
    return { name: file.replace('.txt', ''), cases: cases.map(readCase) }
  })
}

function readCase(text: string): Case {
  const [title = '', ...lines] = text.split('\n')
  const files: Record<string, string[] | undefined> = {}
  const expected: string[] = []
  let current: string[] | undefined
  for (const line of lines) {
    if (/^[!?] /.test(line) || (expected.length > 0 && line.startsWith('    '))) expected.push(line)
    else if (/^\S/.test(line)) {
      current = line.endsWith('⟦none⟧') ? undefined : []
      files[line.replace('⟦none⟧', '').trim()] = current
    } else current?.push(line.slice(4))
  }
  const read = Object.entries(files).flatMap(([path, lines]) => (lines ? [[path, bytesOf(lines)] as const] : []))
  const without = Object.keys(files).filter((path) => files[path] === undefined)
  const before = Object.entries(usual)
    .filter(([path]) => path === 'press.yaml' || !Object.keys(files).some((own) => own.startsWith('releases/')))
    .map(([path, content]) => [path, new TextEncoder().encode(content)] as const)
  return { title, files: Object.fromEntries([...before, ...read]), without, expected: expected.join('\n') }
}

function bytesOf(lines: readonly string[]): Uint8Array {
  const text = lines.join('\n').trimEnd()
  const parts = (text === '' ? '' : `${text}\n`).split(/⟦([^⟧]*)⟧/).map((part, i) => (i % 2 === 0 ? part : meant(part)))
  return Buffer.concat(parts.map((part) => Buffer.from(part)))
}

function meant(name: string): string | Uint8Array {
  if (name === 'CR') return '\r'
  if (name === 'TAB') return '\t'
  const [, repeated, times] = /^(.+) × (\d+)$/s.exec(name) ?? []
  if (repeated !== undefined) return repeated.repeat(Number(times))
  if (/^[0-9A-F]{2}$/.test(name)) return Uint8Array.of(Number.parseInt(name, 16))
  throw new Error(`nothing is called ⟦${name}⟧`)
}
