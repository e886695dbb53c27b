import { blankOutCode, typedReferences } from '../../../release/link-places.ts'
import { matchesIn } from '../../../source/matches.ts'
import type { Finding } from '../../rule.ts'
import { bodyOf } from '../prose.ts'
import { defineTextRule } from '../rule.ts'

const address = '(?:https?:\\/\\/|www\\.|mailto:)'
const spaceBetween = new RegExp(`(\\[[^[\\]\\n]{1,200}\\])([ \\t]+)(?=\\(${address}[^\\s()]*\\))`, 'gi')
const roundFirst = new RegExp(`\\(([^()[\\]\\n]{1,200})\\)\\[(${address}[^\\s[\\]]*)\\]`, 'gi')
const spaceWithin = new RegExp(`\\]\\((${address}[^\\s()<>]*(?: [^\\s()<>"']+)+)\\)`, 'gi')
const byName = /\[([^[\]\n]{1,200})\]\[([^[\]\n]{0,200})\]/g
const hashes = /^ {0,3}(#{2,6})(?=[^\s#])/gm
const rows = /^(?<!\|[^\n]*\n) {0,3}\|[^\n]*\|[ \t]*\n( {0,3}\|[^\n]*\|[ \t]*)$/gm

export const unreadMarkup = defineTextRule({
  code: 'unread-markup',
  severity: 'error',
  summary: 'Write links, headings, tables and bold words so that they are read as such',
  why: 'A space too many or too few, and brackets, asterisks and bars go out as they are typed, in the page, the mail and the text.',
  rate: 'not measured: archives have no Markdown',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n## What it does\n\nIt has **twelve** pumps (**all new**), ***[two of them](https://www.example.org/a)*** in use.[^1] See [the plan][p], [p] and #pumps.\n\n| Pump | Use |\n|---|---|\n| one | yes |\n| two | no |\n\n***\n\n[p]: https://www.example.org/p\n[^1]: Today.\n',
      '---\nheadline: Acme opens a plant\n---\n\nWrite `**bold**`, `##x` and `[a] (https://www.example.org)`; 2 \\*\\* 3 is 8 [sic] (see above). [Title](https://www.example.org/a "The plan").\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nRead [our report] (https://www.example.org/r) and (our site)[https://www.example.org].\n':
        '5:6 Link with a space between its brackets, "[our report]"\n5:51 Link with its brackets the wrong way round, "(our site)"',
      '---\nheadline: Acme opens a plant\n---\n\nSee [the plan](https://www.example.org/the plan.pdf) and [the plan][ref].\n':
        '5:16 Address with a space, "https://www.example.org/the plan.pdf"\n5:68 Link to a name that has no address, "[ref]"',
      '---\nheadline: Acme opens a plant\n---\n\nThis is **very bold ** text.\n\nAnd **this.**That too.\n':
        '5:21 Asterisks that are shown as they are\n7:5 Asterisks that are shown as they are',
      '---\nheadline: Acme opens a plant\n---\n\n##What it does\n\nText.\n': '5:1 Heading that is none, "##"',
      '---\nheadline: Acme opens a plant\n---\n\n| Pump | Use |\n| one | yes |\n| two | no |\n':
        '5:1 Table that is none',
    },
  },
  check({ source, prose }, report) {
    const { bodyStart } = prose
    const typed = source.text.slice(bodyStart)
    if (!/[[*|]|##/.test(typed)) return
    const body = withoutComments(blankOutCode(typed))
    const say = (
      from: number,
      length: number,
      finding: Omit<Finding, 'at' | 'fix'>,
      text?: string,
      cut = [0, length],
    ): void => {
      const [start, end] = cut.map((offset) => bodyStart + from + offset) as [number, number]
      const at = [bodyStart + from, bodyStart + from + length] as const
      report({ ...finding, at, ...(text !== undefined && { fix: { start, end, text } }) })
    }
    for (const { 1: words = '', 2: space = '', index } of found(body, /\][ \t]/, spaceBetween)) {
      const message = `Link with a space between its brackets, "${words}"`
      const cut = [words.length, words.length + space.length]
      say(index, words.length, { message, hint: 'put the brackets close to each other' }, '', cut)
    }
    for (const { 0: all, 1: words = '', 2: target = '', index } of found(body, ')[', roundFirst)) {
      const message = `Link with its brackets the wrong way round, "(${words})"`
      const link = `[${words}](${target})`
      say(index, words.length + 2, { message, hint: `write it as \`${link}\`` }, link, [0, all.length])
    }
    for (const { 1: target = '', index } of found(body, '](', spaceWithin)) {
      const message = `Address with a space, "${target}"`
      say(index + 2, target.length, { message, hint: 'write %20 for it' }, target.replaceAll(' ', '%20'))
    }
    const names = new Set(
      [...(body.includes('][') ? typedReferences(body) : [])].map(({ start, end }) => nameIn(body.slice(start, end))),
    )
    for (const { 0: all, 1: words = '', 2: typedName = '', index } of found(body, '][', byName)) {
      const name = typedName || words
      if (words.startsWith('^') || name.startsWith('^') || names.has(nameIn(`[${name}]`))) continue
      const message = `Link to a name that has no address, "[${name}]"`
      const hint = `write [${words}](https://…), or a line for it: [${name}]: https://…`
      say(index + all.length - typedName.length - 2, typedName.length + 2, { message, hint })
    }
    for (const { 0: all, 1: marks = '', index } of found(body, '##', hashes)) {
      const from = index + all.length - marks.length
      const message = `Heading that is none, "${marks}"`
      say(from, marks.length, { message, hint: 'put a space behind it' }, `${marks} `)
    }
    for (const { 0: all, 1: second = '', index } of found(body, '|', rows)) {
      if (/^[\s|:-]+$/.test(second)) continue
      const head = all.slice(0, all.indexOf('\n'))
      const line = `|${'---|'.repeat(Math.max(1, head.split('|').length - 2))}`
      say(index, head.length, { message: 'Table that is none', hint: `put a line below its head: ${line}` })
    }
    if (!body.includes('**')) return
    for (const { start, end } of bodyOf(prose))
      for (const at of strayAsterisks(body.slice(start - bodyStart, end - bodyStart))) {
        const hint = 'put them close to the first and the last of the bold words: **bold**'
        say(start - bodyStart + at, 2, { message: 'Asterisks that are shown as they are', hint })
      }
  },
})

/** Most texts do not have the sign that a pattern looks for. */
const found = (text: string, sign: string | RegExp, pattern: RegExp): readonly RegExpExecArray[] =>
  (typeof sign === 'string' ? text.includes(sign) : sign.test(text)) ? matchesIn(text, pattern) : []

const withoutComments = (text: string): string => {
  const end = text.lastIndexOf('-->') + '-->'.length
  return text.slice(0, end).replace(/<!--[\s\S]*?-->/g, (all) => all.replace(/[^\n]/g, ' ')) + text.slice(end)
}

/** As CommonMark compares the names of links. */
const nameIn = (typed: string): string =>
  (/^\[([^\]]*)\]/.exec(typed)?.[1] ?? '').trim().replace(/\s+/g, ' ').toLowerCase()

/** Where asterisks stand in pairs that neither begin nor end anything (CommonMark 0.31.2, 6.2), in a passage without code. */
function strayAsterisks(passage: string): number[] {
  const open: number[] = []
  const stray: number[] = []
  for (const { 0: run, index } of matchesIn(passage, /(?<![\\*])\*{2,3}(?!\*)/g)) {
    const [before, after] = [passage.charAt(index - 1), passage.charAt(index + run.length)]
    const canOpen = after.trim() !== '' && (!isMark(after) || before.trim() === '' || isMark(before))
    const canClose = before.trim() !== '' && (!isMark(before) || after.trim() === '' || isMark(after))
    if (canClose && open.length > 0) open.pop()
    else if (canOpen) open.push(index)
    else if (/[^\s*]/.test(passage)) stray.push(index)
  }
  // Of one that does not end and one that does not begin, the latter is most often the slip.
  return stray.length > 0 ? stray.slice(0, 1) : open.slice(0, 1)
}

const isMark = (character: string): boolean => /[\p{P}\p{S}]/u.test(character)
