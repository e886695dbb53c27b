import { classifyLink } from '../markdown/links.ts'
import { parseInline, parseMarkdown, type Dialect } from '../markdown/parse.ts'
import { eachBlock, eachInline, type Block, type Document, type Inline } from '../markdown/tree.ts'
import type { Diagnostic, Outcome } from '../source/diagnostic.ts'
import { onceForKey } from '../source/once.ts'
import { lineStarts, type Position, type SourceText } from '../source/text.ts'
import { expand, type Expanded, type Vocabulary } from './expand.ts'
import { asTyped } from './link-places.ts'
import { mediaFault, mediaPath, type Media } from './media.ts'
import { Places } from './places.ts'

/** What the bodies of a release are read with. */
export interface Reading {
  readonly dialect: Dialect
  readonly vocabulary: Vocabulary
  readonly media: Media
}

/** Reads a stretch of a file as a body: expressions filled in, Markdown parsed, links and pictures looked at. */
export function readBody(source: SourceText, start: number, end: number, reading: Reading): Outcome<Document> {
  return readExpanded(expand(source, start, end, reading.vocabulary), reading)
}

/** What a shared text asked for, with the answers, and what was read with them. */
interface Wording {
  readonly asked: readonly (readonly [ask: (from: Vocabulary) => unknown, answer: unknown])[]
  readonly outcome: Outcome<Document>
}

const wordingsOf = onceForKey((_source: SourceText, _key: string): Wording[] => [])

/**
 * The same for a text that many releases share: it is parsed once for each wording that the figures of the day give it. What
 * names files beside a release is not shared, since each release has its own, nor is what is wrong on the day of one alone.
 */
export function readSharedBody(source: SourceText, start: number, reading: Reading): Outcome<Document> {
  const { dialect, media, vocabulary } = reading
  const key = `${vocabulary.language} ${dialect.rawHtml} ${dialect.quotes.join(' ')}`
  const wordings = wordingsOf(source, key)
  const before = wordings.find(({ asked }) => asked.every(([ask, answer]) => ask(vocabulary) === answer))
  if (before) return before.outcome
  const asked: Wording['asked'][number][] = []
  const expanded = expand(source, start, source.text.length, noting(vocabulary, asked))
  const outcome = readExpanded(expanded, reading)
  const ownFiles = outcome.diagnostics.some(({ code }) => code === 'missing-media') || media.files.size > 0
  if (!ownFiles && expanded.diagnostics.length === 0) wordings.push({ asked, outcome })
  return outcome
}

/** The same vocabulary, which notes what it is asked and what it answers. */
function noting(vocabulary: Vocabulary, asked: Wording['asked'][number][]): Vocabulary {
  const noted = <A extends object>(ask: (from: Vocabulary) => A, told: (answer: A) => unknown): A => {
    const answer = ask(vocabulary)
    asked.push([(from) => told(ask(from)), told(answer)])
    return answer
  }
  return {
    language: vocabulary.language,
    fact: (name) =>
      noted(
        (from) => from.fact(name),
        (answer) => ('value' in answer ? answer.value : answer),
      ),
    boilerplate: (id) =>
      noted(
        (from) => from.boilerplate(id),
        (answer) => ('source' in answer ? answer.source : answer),
      ),
  }
}

function readExpanded(expanded: Expanded, reading: Reading): Outcome<Document> {
  const { document, faults } = parseMarkdown(expanded.text, reading.dialect)
  const diagnostics: Diagnostic[] = [...expanded.diagnostics]
  const places = new Places(expanded)
  for (const { code, message, hint, line } of faults)
    diagnostics.push(places.report(places.line(line), code, message, hint, 'error'))
  for (const blocks of [document.blocks, ...document.footnotes])
    eachInline(blocks, (node, block) => {
      if (node.type === 'link' || node.type === 'image') diagnostics.push(...lookAt(node, block, places, reading))
    })
  for (const blocks of [document.blocks, ...document.footnotes])
    eachBlock(blocks, (block) => {
      if (block.type === 'figure') diagnostics.push(...lookAtPicture(block.src, block, places, reading))
    })
  return { value: document, diagnostics }
}

/** The text of a field, with its positions in the file: exact where the field was typed without escapes, else the field as a whole. */
export function fieldText(text: string, source: SourceText, [start, end]: readonly [number, number]): SourceText {
  const at = source.text.slice(start, end).indexOf(text)
  const between = (from: number, to: number): Position =>
    at === -1 ? source.between(start, end) : source.between(start + at + from, start + at + to)
  return { ...source, text, between }
}

/** Reads one line that stands in a field. */
export function readLine(
  text: string,
  source: SourceText,
  span: () => readonly [number, number],
  reading: Reading,
): Outcome<readonly Inline[]> {
  if (!/\{\{|[[<]/.test(text)) return { value: parseInline(text, reading.dialect), diagnostics: [] }
  const expanded = expand(fieldText(text, source, span()), 0, text.length, reading.vocabulary)
  const children = parseInline(expanded.text, reading.dialect)
  const line: Block = { type: 'paragraph', children, tight: true, lines: [0, lineStarts(expanded.text).length] }
  const places = new Places(expanded)
  const diagnostics = [...expanded.diagnostics]
  eachInline([line], (node, block) => {
    if (node.type === 'link' || node.type === 'image') diagnostics.push(...lookAt(node, block, places, reading))
  })
  return { value: children, diagnostics }
}

function lookAt(
  node: Extract<Inline, { type: 'link' | 'image' }>,
  block: Block,
  places: Places,
  reading: Reading,
): Diagnostic[] {
  if (node.type === 'image') return lookAtPicture(node.src, block, places, reading)
  const kind = classifyLink(node.href)
  if (kind === 'placeholder') {
    const target = node.href === '' ? 'without an address' : `"${asTyped(node.href)}"`
    const hint = 'put the address in, or take the brackets away'
    return [
      places.report(
        places.link(node.href, block),
        'placeholder-link',
        `Placeholder link ${target}, left out`,
        hint,
        'warning',
      ),
    ]
  }
  if (kind === 'refused') {
    const hint = 'links lead to http:, https:, mailto: or tel:, or to a file beside the release'
    const message = `Refused link "${asTyped(node.href)}", left out`
    return [places.report(places.link(node.href, block), 'refused-link', message, hint, 'warning')]
  }
  if (kind === 'relative' && !reading.media.files.has(mediaPath(node.href) ?? '')) {
    const typed = asTyped(node.href)
    const { code, message, hint } = mediaFault(reading.media, 'file', node.href, typed, hintFor(typed))
    return [places.report(places.link(node.href, block), code, message, hint, 'error')]
  }
  return []
}

/** What a link may mean that leads to no file. */
function hintFor(target: string): string {
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(target)) return `did you mean "mailto:${target}"?`
  if (/\.(?:md|markdown)(?:#.*)?$/i.test(target)) return 'name the address at which the page of that release stands'
  if (looksLikeSite.test(target)) return `did you mean "https://${target}"?`
  return 'put the file beside the release, or correct the path'
}

/** An address on the web whose author left https:// out, and not the name of a file. */
const looksLikeSite = /^www\.|^(?:[\w-]+\.)+(?:com|org|net|int|gov|edu|info|eu|uk|[a-z]{2})(?:\/|$)/i

function lookAtPicture(src: string, block: Block, places: Places, reading: Reading): Diagnostic[] {
  const kind = classifyLink(src)
  if (kind === 'web') return []
  if (kind !== 'relative') {
    const message = kind === 'placeholder' ? 'Picture without a file' : `Refused picture "${src.slice(0, 80)}"`
    return [places.report(places.link(src, block), 'missing-media', message, 'name a file beside the release', 'error')]
  }
  const file = reading.media.files.get(mediaPath(src) ?? '')
  if (file) return []
  const { code, message, hint } = mediaFault(reading.media, 'picture', src, asTyped(src))
  return [places.report(places.link(src, block), code, message, hint, 'error')]
}
