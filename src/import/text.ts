import { noManuscript, paragraph, type Block, type Manuscript } from './manuscript.ts'

/** Lines of mails and typewriters are wrapped at some 60 to 80 columns; shorter ones end where their author ended them. */
const wrappedFrom = 56
/** In a text with a line of more columns than this no line is wrapped: its paragraphs are single lines. */
const widest = 100

const bullet = /^(\s*)(?:[•◦▪‣·●○*–-]|o(?=\t))[ \t]+(?=\S)/
const numbered = /^(\s*)(\d{1,3})[.)][ \t]+(?=\S)/
const mark = /^\s*(?:[#*]\s*){3}$|^\s*[-–—]\s*[\p{L}\d]+\s*[-–—]\s*$/u

/** Reads plain text: paragraphs between blank lines, wrapped lines as one, short ones as they stand; bullets, underlined headings. */
export function readText(text: string): Manuscript {
  const hasGaps = /\n[ \t]*\n/.test(text)
  const isWrapped = text.split('\n').every((line) => line.length <= widest)
  const groups = hasGaps ? text.split(/\n(?:[ \t]*\n)+|\f/) : text.split(/[\n\f]/)
  return { ...noManuscript, blocks: groups.flatMap((group) => readGroup(group, isWrapped)), words: text }
}

function readGroup(group: string, isWrapped: boolean): Block[] {
  const lines = group.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return []
  const [first = '', second = ''] = lines
  if (
    lines.length >= 2 &&
    /^\s*(?:={3,}|-{3,}|~{3,})\s*$/.test(second) &&
    second.trim().length >= first.trim().length / 2
  )
    return [
      { kind: 'heading', level: 2, runs: [{ text: first.trim() }] },
      ...readGroup(lines.slice(2).join('\n'), isWrapped),
    ]
  if (lines.length === 1 && /^\s*[-_=*]{5,}\s*$/.test(first)) return [{ kind: 'rule' }]
  const blocks: string[][] = []
  const parts: Block[] = []
  const end = (): void => {
    for (const one of blocks.splice(0)) parts.push(...paragraphOf(one, isWrapped))
  }
  for (const line of lines) {
    const item = numbered.exec(line) ?? bullet.exec(line)
    if (item && !mark.test(line)) {
      end()
      const number = numbered.exec(line)?.[2]
      const level = Math.min(3, Math.floor((item[1]?.replaceAll('\t', '    ').length ?? 0) / 4))
      parts.push({
        kind: 'item',
        level,
        runs: [{ text: line.slice(item[0].length).trim() }],
        ...(number !== undefined && { number: Number(number) }),
      })
    } else if (/^\s{2,}\S/.test(line) && parts.at(-1)?.kind === 'item' && blocks.length === 0) {
      const last = parts.pop()
      if (last?.kind === 'item') parts.push({ ...last, runs: [...last.runs, { text: ` ${line.trim()}` }] })
    } else if (blocks.length === 0) blocks.push([line.trim()])
    else blocks[0]?.push(line.trim())
  }
  end()
  return parts
}

/** Lines are one paragraph where they look wrapped: each but the last nearly as long as the longest. */
function paragraphOf(lines: readonly string[], mayBeWrapped: boolean): Block[] {
  const before = lines.slice(0, -1)
  const isWrapped = mayBeWrapped && before.length > 0 && before.every((line) => line.length >= wrappedFrom)
  return [paragraph([{ text: lines.join(isWrapped ? ' ' : '\n') }])]
}
