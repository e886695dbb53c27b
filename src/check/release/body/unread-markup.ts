import { blankOutCode, blankOutComments, typedLinks, typedReferences } from '../../../release/link-places.ts'
import { matchesIn } from '../../../source/matches.ts'
import type { Finding } from '../../rule.ts'
import { withoutCodeBlocks } from '../prose.ts'
import { defineTextRule } from '../rule.ts'

const address = '(?:https?:\\/\\/|www\\.|mailto:|tel:)'
const spaceBetween = new RegExp(`(\\[[^[\\]\\n]{1,200}\\])([ \\t]+)(?=\\(${address}[^\\s()]*\\))`, 'gi')
const roundFirst = new RegExp(`\\(([^()[\\]\\n]{1,200})\\)\\[(${address}[^\\s[\\]]*)\\]`, 'gi')
const spaceWithin = new RegExp(`\\]\\((${address}[^\\s()<>]*(?: +[^\\s()<>"']+)+)\\)`, 'gi')
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
      '---\nheadline: Acme opens a plant\n---\n\nRevenue* rose 5%. EBITDA** rose 6%, 2 ** 3.\n\n\\*\\* Before exceptional items.\n\n| Sum | EBITDA** |\n|---|---|\n| 1 | 2 |\n',
      '---\nheadline: Acme opens a plant\n---\n\nWrite `**bold**`, `##x` and `[a] (https://www.example.org)`; 2 \\*\\* 3 is 8 [sic] (see above). [Title](https://www.example.org/a "The plan").\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nRead [our report] (https://www.example.org/r) and (our site)[https://www.example.org].\n':
        '5:6 Link with a space between its brackets, "[our report]"\n5:51 Link with its brackets the wrong way round, "(our site)"',
      '---\nheadline: Acme opens a plant\n---\n\nSee [the plan](https://www.example.org/the plan.pdf) and [the plan][ref].\n':
        '5:16 Address with a space, "https://www.example.org/the plan.pdf"\n5:68 Link to a name that has no address, "[ref]"',
      '---\nheadline: Acme opens a plant\n---\n\nThis is **very bold ** text.\n\nAnd **this.**That too.\n':
        '5:21 Asterisks that are shown as they are\n7:5 Asterisks that are shown as they are',
      '---\nheadline: Acme opens **a plant ** in Turku\n---\n\nSee [it](http:// www.example.org/r) or [us](mailto: press@example.org), [call](tel:+1 202 555 0173).\n':
        '2:32 Asterisks that are shown as they are\n5:10 Address with a space, "http:// www.example.org/r"\n5:45 Address with a space, "mailto: press@example.org"\n5:80 Address with a space, "tel:+1 202 555 0173"',
      '---\nheadline: Acme opens a plant\n---\n\n| A | B | C |\n|---|---|\n| 1 | 2 | 3 |\n': '5:1 Table that is none',
      '---\nheadline: Acme opens a plant\n---\n\n##What it does\n\nText.\n': '5:1 Heading that is none, "##"',
      '---\nheadline: Acme opens a plant\n---\n\n| Pump | Use |\n| one | yes |\n| two | no |\n':
        '5:1 Table that is none',
      '---\nheadline: Acme opens a plant\nmedia:\n  - { src: a.png, caption: "The plant, [on a map](https://www.example.org/m), *by night*." }\n---\n\nText.\n':
        '4:40 Markup that is left out here, "[on a map](https://www.example.org/m)"\n4:79 Markup that is left out here, "*by night*"',
    },
  },
  check({ source, prose }, report) {
    const { bodyStart } = prose
    for (const { start, end, field = '' } of prose.passages) {
      if (!ofPicture.test(field)) continue
      for (const [from, markup] of markupIn(source.text.slice(start, end)))
        report({
          message: `Markup that is left out here, "${markup}"`,
          hint: 'write the words alone; what is said of a picture has no links and no emphasis',
          severity: 'warning',
          at: [start + from, start + from + markup.length],
        })
    }
    const typed = source.text.slice(bodyStart)
    if (!/[[*|]|##/.test(typed) && !source.text.includes('**')) return
    const body = blankOutComments(blankOutCode(withoutCodeBlocks(typed)))
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
      const mended = withoutSpaces(target)
      const hint = `write it ${mended === undefined ? 'without spaces' : `as ${mended}`}`
      say(index + 2, target.length, { message, hint }, mended)
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
      const head = all.slice(0, all.indexOf('\n'))
      const columns = columnsOf(head)
      if (/^[\s|:-]+$/.test(second) && columnsOf(second) === columns) continue
      const line = `|${'---|'.repeat(columns)}`
      say(index, head.length, { message: 'Table that is none', hint: `put a line below its head: ${line}` })
    }
    if (!source.text.includes('**')) return
    for (const { start, end, kind } of prose.passages) {
      const passage = kind === 'field' ? source.text.slice(start, end) : body.slice(start - bodyStart, end - bodyStart)
      for (const at of strayAsterisks(passage)) {
        const hint = 'put them close to the first and the last of the bold words: **bold**'
        say(start - bodyStart + at, 2, { message: 'Asterisks that are shown as they are', hint })
      }
    }
  },
})

/** An address as it was meant; nothing where the space is in a host or before an @: neither can have one, so that it is not known what was meant. */
function withoutSpaces(target: string): string | undefined {
  const bare = target.replace(/^(https?:\/\/|mailto:) +/i, '$1')
  if (/^tel:/i.test(bare)) return bare.replaceAll(' ', '')
  return /^(?:https?:\/\/|mailto:)?[^/?#]* /i.test(bare) ? undefined : bare.replaceAll(' ', '%20')
}

/** The fields of a picture, of which only the words are shown. */
const ofPicture = /^media\.\d+\.(?:alt|caption|credit)$/
const emphasis = /(?<![\p{L}\p{N}\\*_])(\*{1,2}|_{1,2})(?=[^\s*_])[^*_\n]{0,200}[^\s*_\\]\1(?![\p{L}\p{N}*_])/gu

/** The links and emphasized words of a line, and where they begin. */
function markupIn(line: string): (readonly [from: number, markup: string])[] {
  const links = line.includes('](')
    ? [...typedLinks(line)].map(({ start, end }) => [start, line.slice(start, end)] as const)
    : []
  return [...links, ...found(line, /[*_]/, emphasis).map(({ 0: all, index }) => [index, all] as const)]
}

/** Most texts do not have the sign that a pattern looks for. */
const found = (text: string, sign: string | RegExp, pattern: RegExp): readonly RegExpExecArray[] =>
  (typeof sign === 'string' ? text.includes(sign) : sign.test(text)) ? matchesIn(text, pattern) : []

/** As CommonMark compares the names of links. */
const nameIn = (typed: string): string =>
  (/^\[([^\]]*)\]/.exec(typed)?.[1] ?? '').trim().replace(/\s+/g, ' ').toLowerCase()

const columnsOf = (row: string): number => Math.max(1, row.trim().split('|').length - 2)

/**
 * Where asterisks stand in pairs that neither begin nor end anything (CommonMark 0.31.2, 6.2), in a passage without code. Those behind a word
 * that nothing has begun are the sign of a note: EBITDA**.
 */
function strayAsterisks(passage: string): number[] {
  const open: number[] = []
  const stray: number[] = []
  for (const { 0: run, index } of matchesIn(passage, /(?<![\\*])\*{2,3}(?!\*)/g)) {
    const [before, after] = [passage.charAt(index - 1), passage.charAt(index + run.length)]
    const canOpen = after.trim() !== '' && (!isMark(after) || before.trim() === '' || isMark(before))
    const canClose = before.trim() !== '' && (!isMark(before) || after.trim() === '' || isMark(after))
    if (canClose && open.length > 0) open.pop()
    else if (canOpen) open.push(index)
    else if (!canClose && open.length > 0) stray.push(index)
  }
  // Of one that does not end and one that does not begin, the latter is most often the slip.
  return stray.length > 0 ? stray.slice(0, 1) : open.slice(0, 1)
}

const isMark = (character: string): boolean => /[\p{P}\p{S}]/u.test(character)
