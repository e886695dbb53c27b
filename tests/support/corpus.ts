import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPressRoom } from '../../src/build/check.ts'
import type { CheckDiagnostic } from '../../src/build/check-group.ts'
import { noon, pressRoom } from './press-room.ts'

const corpus = join(import.meta.dirname, '../corpus')

/** The press rooms of one half of the corpus: what professionals would send, or what they would not. */
export const rooms = (half: 'good' | 'poor'): string[] => readdirSync(join(corpus, half)).sort()

/** A finding that a person has marked in a text, as `⟦rule|words⟧`. */
export interface Marked {
  readonly file: string
  readonly rule: string
  /** The first of them; none where something is missing. */
  readonly words: string
  readonly line: number
  readonly start: number
  readonly end: number
}

const pictures = /\.(?:png|jpe?g)$/
const mark = /⟦([a-z-]+)\|([^⟦⟧]*)⟧/g

const shortened = (words: string): string =>
  words.length > longest ? `${words.slice(0, longest).replaceAll('\n', ' ')}…` : words
const longest = 60

/** A text without its marks, and where they were. */
export function unmarked(file: string, text: string): { readonly text: string; readonly marked: readonly Marked[] } {
  const marked: Marked[] = []
  let out = ''
  let at = 0
  for (const { 0: whole, 1: rule = '', 2: words = '', index } of text.matchAll(mark)) {
    out += text.slice(at, index)
    const line = out.split('\n').length
    marked.push({ file, rule, words: shortened(words), line, start: out.length, end: out.length + words.length })
    out += words
    at = index + whole.length
  }
  return { text: out + text.slice(at), marked }
}

/** What check says of a press room of the corpus, and what a person has marked in it. */
export async function judged(half: 'good' | 'poor', name: string) {
  const folder = join(corpus, half, name)
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const texts = paths.filter((path) => !pictures.test(path))
  const read = texts.map((path) => ({ path, ...unmarked(path, readFileSync(join(folder, path), 'utf8')) }))
  const shown = paths
    .filter((path) => pictures.test(path))
    .map((path) => [path, readFileSync(join(folder, path))] as const)
  const root = pressRoom(Object.fromEntries([...read.map(({ path, text }) => [path, text] as const), ...shown]))
  const { diagnostics } = await checkPressRoom(root, { now: noon })
  return { found: diagnostics, marked: read.flatMap(({ marked }) => marked) }
}

/** Whether a finding is what a person has marked. */
export const isMarked = ({ file, code, position }: CheckDiagnostic, one: Marked): boolean =>
  file === one.file &&
  code === one.rule &&
  position !== undefined &&
  position.start.offset <= one.end &&
  position.end.offset >= one.start
