import type { Person, Reading, Recognizer, Remark, Taken } from '../draft.ts'
import { fold } from '../fold-text.ts'
import type { Block, Run, TableBlock } from '../manuscript.ts'
import { isText, paragraph } from '../manuscript.ts'
import { cut, textOf, trimmed, wordsOf } from '../runs.ts'
import { anyOf } from '../words/words.ts'
import { isProse } from './head.ts'
import { detailOf, readPeople } from './people.ts'
import { kindOfHeading } from './sections.ts'

/** The people of a release: below a label in its head, or after its text. */
export const contacts: Recognizer = (reading) => {
  const head = inBlocks(reading, 'blocks')
  return inBlocks(head, 'tail')
}

function inBlocks(reading: Reading, key: 'blocks' | 'tail'): Reading {
  let result = reading
  for (let round = 0; round < 4; round++) {
    const next = takeOne(result, key)
    if (next === result) return result
    result = next
  }
  return result
}

const contactLabel = (): RegExp => new RegExp(`^\\s*(?:${anyOf('contacts')})(?!\\p{L})\\s*[:,]?\\s*`, 'u')

function takeOne(reading: Reading, key: 'blocks' | 'tail'): Reading {
  const label = contactLabel()
  const all = reading[key]
  for (const [at, block] of all.entries()) {
    if (block.kind === 'table') {
      const found = peopleInTable(block, label)
      if (found) return withPeople(reading, key, [...all.slice(0, at), ...all.slice(at + 1)], found)
    }
    if (!isText(block)) continue
    const text = typedOut(block.runs)
    const match = label.exec(fold(text.slice(0, 120)))
    if (!match) continue
    const rest = text.slice(match[0].length)
    const isLabel =
      rest.trim() === '' ||
      /:\s*$/.test(match[0]) ||
      (text.slice(0, match[0].length).trim() === text.slice(0, match[0].length).trim().toUpperCase() &&
        /\p{Lu}{4}/u.test(text))
    if (!isLabel || (isProse(block) && !/[@\d]/.test(rest))) continue
    const found = peopleFrom(all, at, rest)
    if (!found) continue
    const left = [...all.slice(0, at), ...found.left, ...all.slice(at + found.used)]
    return withPeople(reading, key, left, { ...found, labels: [text.slice(0, match[0].length), ...found.labels] })
  }
  return reading
}

interface Found {
  readonly people: readonly Person[]
  readonly labels: readonly string[]
  readonly remarks: readonly string[]
}

function withPeople(reading: Reading, key: 'blocks' | 'tail', left: readonly Block[], found: Found): Reading {
  const taken: Taken[] = found.labels.map((typed) => ({ as: 'label', text: typed.trim() }))
  const remarks: Remark[] = found.remarks.map((text) => ({ text, field: 'contacts' }))
  return {
    ...reading,
    [key]: left,
    draft: { ...reading.draft, contacts: [...reading.draft.contacts, ...found.people] },
    taken: [...reading.taken, ...taken],
    remarks: [...reading.remarks, ...remarks],
  }
}

/** A table that sets the lines of a head beside each other, as lines; one of people or of figures stays one. */
export const laidOut = (table: TableBlock): Block[] | undefined => {
  const cells = table.rows.flat().filter((cell) => textOf(cell).trim() !== '')
  const isLines =
    cells.length > 0 &&
    cells.every((cell) => textOf(cell).split(/\s+/).length <= 40 && !/^[\d\s.,%]+$/.test(textOf(cell)))
  const isPeople = peopleInTable(table, contactLabel()) !== undefined
  return isLines && !isPeople ? cells.map((runs) => paragraph(trimmed(runs))) : undefined
}

/** A table of nothing but people, with or without a label above them. */
function peopleInTable(table: TableBlock, label: RegExp): Found | undefined {
  const lines = linesOf(table)
  const [first = ''] = lines
  const match = label.exec(fold(first))
  const rest = match ? [first.slice(match[0].length), ...lines.slice(1)] : lines
  const { people, labels, used, remarks } = readPeople(rest, { isEnd: () => false })
  const isReachable =
    people.length > 0 &&
    people.every(({ name, email, phone, mobile }) => name !== '' && (email ?? phone ?? mobile) !== undefined)
  if (!isReachable || used < rest.length) return undefined
  return { people, remarks, labels: match ? [first.slice(0, match[0].length), ...labels] : labels }
}

interface Line {
  readonly text: string
  readonly block: number
}

function peopleFrom(blocks: readonly Block[], at: number, rest: string) {
  const typed: Line[] = rest.trim() === '' ? [] : [{ text: rest, block: at }]
  const after = blocks.slice(at + 1, at + 60)
  for (const [i, block] of after.entries()) for (const text of linesOf(block)) typed.push({ text, block: at + 1 + i })
  const lines = transposed(typed)
  // The label may stand before each of them once more.
  const label = contactLabel()
  const labelled = lines.map(
    ({ text }) => /^.*:\s*$/.exec(label.exec(fold(text.slice(0, 120)))?.[0] ?? '')?.[0].length ?? 0,
  )
  const texts = lines.map(({ text }, i) => text.slice(labelled[i]))
  const isEnd = (i: number): boolean => {
    const line = lines[Math.min(i, lines.length - 1)]
    const block = line && blocks[line.block]
    if (!line || !block || line.block === at) return false
    const own = texts[i] ?? ''
    if (block.kind === 'item' && block.number !== undefined) return true
    if (block.kind === 'rule' || block.kind === 'remark' || block.kind === 'code') return true
    const kind = kindOfHeading(own)
    if (
      kind === 'about' &&
      /^\p{Lu}|^\p{Lo}/u.test(own) &&
      own.split(/\s+/).length > 1 &&
      isText(block) &&
      block.runs.some(({ strong }) => strong)
    )
      return true
    return (
      kind === 'notes' ||
      (isText(block) && block.kind === 'heading' && block.level <= 2 && !/[@\d]/.test(own)) ||
      (isProse(block) && !/[@]|\d{3}/.test(own))
    )
  }
  const { people, labels, used, remarks } = readPeople(texts, { isEnd })
  const reachable = people.filter(
    ({ email, phone, mobile, name }) => name !== '' && (email ?? phone ?? mobile) !== undefined,
  )
  if (reachable.length === 0 || reachable.length < people.length) return undefined
  const last = lines[used - 1]
  if (!last) return undefined
  const isCut = lines[used]?.block === last.block
  const left = isCut
    ? remainder(
        blocks[last.block],
        lines.filter(({ block }) => block === last.block).length -
          lines.filter((line, i) => line.block === last.block && i < used).length,
      )
    : []
  const again = lines.slice(0, used).map(({ text }, i) => text.slice(0, labelled[i]))
  const typedLabels = [...again.filter((one) => one !== ''), ...labels]
  return { people: people as readonly Person[], labels: typedLabels, remarks, left, used: last.block - at + 1 }
}

/** The lines of a table that are not of the contacts any more cannot be told apart from it; those of a text can. */
const remainder = (block: Block | undefined, lines: number): Block[] => {
  if (!block || !isText(block) || lines === 0) return []
  const all = textOf(block.runs).split('\n')
  const start = all.slice(0, all.length - lines).join('\n').length + 1
  return [{ ...block, runs: trimmed(cut(block.runs, start)) }]
}

/** The words of runs with the addresses and numbers that only their links have: `Email Jane`, `call us`, a name. */
function typedOut(runs: readonly Run[]): string {
  const all = textOf(runs)
  return runs
    .map(({ text, href }, i) => {
      const [, kind = '', typed = ''] = /^(mailto|tel):\s*([^?]+)/i.exec(href ?? '') ?? []
      const isSaid = kind.toLowerCase() === 'tel' ? /\d[\d\s().-]{5,}/.test(text) : all.includes(typed)
      if (typed === '' || isSaid || runs[i + 1]?.href === href) return text
      return `${text.trimEnd()}${detailOf(text) ? `: ${typed}` : ` <${typed}>`}${/\s*$/.exec(text)?.[0] ?? ''}`
    })
    .join('')
}

/** A table of people has them in columns, or in rows with the details beside each other. */
function linesOf(block: Block): string[] {
  if (block.kind !== 'table') return (isText(block) ? typedOut(block.runs) : wordsOf(block)).split('\n')
  const width = Math.max(...block.rows.map((row) => row.length))
  const isColumns =
    block.rows.length === 1 ||
    block.rows.every((row) => row.filter((cell) => textOf(cell).trim() !== '').length === width)
  const cells = isColumns
    ? Array.from({ length: width }, (_, i) => block.rows.map((row) => typedOut(row[i] ?? [])))
    : block.rows.map((row) => row.map(typedOut))
  return cells
    .flat()
    .flatMap((cell) => cell.split('\n'))
    .filter((line) => line.trim() !== '')
}

/** Lines that are set in columns by tabs, one column after the other. */
function transposed(lines: readonly Line[]): Line[] {
  const columns = (line: Line | undefined): string[] =>
    (line?.text ?? '')
      .split(/\t+|\s{3,}/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
  const out: Line[] = []
  for (let i = 0; i < lines.length;) {
    const width = columns(lines[i]).length
    let end = i
    if (width >= 2) while (end < lines.length && columns(lines[end]).length === width) end++
    const first = lines[i]
    if (end - i >= 2) {
      const rows = lines.slice(i, end).map(columns)
      const block = lines[end - 1]?.block ?? 0
      for (let column = 0; column < width; column++)
        for (const row of rows) out.push({ text: row[column] ?? '', block })
      i = end
    } else {
      if (first) out.push(first)
      i++
    }
  }
  return out
}
