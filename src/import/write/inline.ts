import { parseInline } from '../../markdown/parse.ts'
import { plainText } from '../../markdown/tree.ts'
import { words } from '../fold-text.ts'
import type { Run } from '../manuscript.ts'
import { joined, textOf } from '../runs.ts'

const plain = { quotes: ['“', '”', '‘', '’'], rawHtml: false }

/** Text with whatever Markdown or the kit would read something into taken for what it is. */
export const escaped = (text: string): string =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~\n])/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)/g, '\\~')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\[(?=[^\]]*\]\s?[([:])|(?<=!)\[|\[(?=\^)|(?<=\^)\[/g, '\\[')
    .replace(/\{(?=\{)/g, '\\{')

/** What a line must not begin with, unless it is meant. */
const escapedStart = (line: string): string =>
  line
    .replace(/^(\s*)(#{1,6})(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*)([>|]|[-+](?=\s|$)|:{3}|~{3}|={2,}\s*$|-{2,}\s*$)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')

const mark = ({ strong, emphasis, strike }: Run): string =>
  `${strike ? '~~' : ''}${strong ? '**' : ''}${emphasis ? '*' : ''}`

/** One run, its spaces outside its marks, since Markdown wants the marks to touch the words. */
function runText(run: Run): string {
  if (run.picture !== undefined)
    return `![${escaped(run.text).replace(/\n/g, ' ').replace(/[[\]]/g, '\\$&')}](${target(run.picture)}${run.caption === undefined ? '' : ` "${escaped(run.caption).replaceAll('"', '\\"')}"`})`
  if (run.footnote !== undefined) return `[^${run.footnote}]`
  const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? []
  if (text === '') return run.text
  const shown = run.code ? codeText(text) : escaped(text)
  const marks = mark(run)
  return before + marks + shown + [...marks].reverse().join('') + after
}

const codeText = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

/** An address as the target of a link; one with spaces or brackets goes between angle brackets. */
const target = (href: string): string => {
  const safe = href.trim().replace(/[\n<>]/g, (letter) => encodeURIComponent(letter))
  return /[\s()]/.test(safe) || safe === '' ? `<${safe}>` : safe
}

/** Neighbours with the same address as one link. */
function linked(runs: readonly Run[]): string {
  let out = ''
  for (let i = 0; i < runs.length;) {
    const { href } = runs[i] ?? {}
    let end = i
    while (end < runs.length && runs[end]?.href === href) end++
    const part = runs.slice(i, end)
    i = end
    const inner = part.map(runText).join('')
    if (href === undefined || textOf(part).trim() === '') {
      out += inner
      continue
    }
    const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? []
    const bare = textOf(part).trim()
    const isBare = bare === href && /^https?:\/\/[^\s<>]+$/.test(bare) && !part.some((run) => mark(run) !== '')
    out += isBare ? `${before}<${bare}>${after}` : `${before}[${balanced(text)}](${target(href)})${after}`
  }
  return out
}

const balanced = (text: string): string => {
  const [open, close] = [text.split('[').length, text.split(']').length]
  return open === close ? text : text.replace(/(?<!\\)[[\]]/g, '\\$&')
}

/** The runs as Markdown. Where marks would not be read as what they are, the words go without them. */
export function inline(runs: readonly Run[]): string {
  const all = joined(runs)
  const text = lines(linked(all))
  if (!/[*~]/.test(text) || isRead(text, all)) return text
  const bare = joined(all.map((run) => ({ ...run, strong: false, emphasis: false, strike: false })))
  return lines(linked(bare))
}

const isRead = (text: string, runs: readonly Run[]): boolean => {
  const expected = textOf(runs)
  const read = plainText(parseInline(text.replaceAll('\\\n', '\n').replace(/\{\{|\[\^[^\]]*\]/g, ''), plain))
  const marks = (one: string): number => one.match(/[*~]/g)?.length ?? 0
  return marks(read) === marks(expected) && words(read).join(' ') === words(expected).join(' ')
}

/** Each line, with what makes it one of its own. */
const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(escapedStart)
    .join('\\\n')

/** Runs as one line of Markdown, for a field. */
export const markdownLine = (runs: readonly Run[]): string =>
  inline(runs.map((run) => ({ ...run, text: run.text.replace(/\s+/g, ' ') }))).trim()
