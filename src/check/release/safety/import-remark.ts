import type { SourceText } from '../../../source/text.ts'
import { defineReleaseRule } from '../rule.ts'

const inBody = /<!--\s*import:\s*([\s\S]*?)-->/g
const inFrontMatter = /(?<=^[ \t]*)#[ \t]*import:[ \t]*(.*)/gm

export const importRemark = defineReleaseRule({
  code: 'import-remark',
  severity: 'warning',
  summary: 'Look at what import was unsure of',
  why: 'Import reads what people wrote for people. Where it had to guess, or had words left over, it says so in a comment; the comment is to be answered by you, and taken away.',
  rate: 'never but on releases that came by import',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nText. <!-- we import: pumps -->\n\n# import: a heading\n',
      '---\nheadline: "Acme on #import: a plant"\n---\n\nText.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n# import: the date is read from the file name\ndate: 2026-01-02\n---\n\nText.\n':
        '3:1 The date is read from the file name',
      '---\nheadline: Acme opens a plant\n---\n\nText.\n\n<!-- import: left over from the source:\nPage 1 of 2\nShare this\n-->\n':
        '7:1 Left over from the source: Page 1 of 2 Share this',
    },
  },
  check({ source }, report) {
    const bodyStart = source.text.indexOf('\n---', 3)
    for (const { words, at } of [
      ...remarks(source, inFrontMatter, 0, bodyStart),
      ...remarks(source, inBody, bodyStart, source.text.length),
    ])
      report({ message: words, hint: 'see to it, and take the comment away', at })
  },
})

function remarks({ text }: SourceText, pattern: RegExp, start: number, end: number) {
  return [...text.slice(start, end).matchAll(pattern)].map(({ 0: typed, 1: words = '', index }) => ({
    words: words
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/^./u, (letter) => letter.toUpperCase())
      .replace(/^(.{160}).{40,}$/u, '$1 …'),
    at: [start + index, start + index + typed.trimEnd().length] as const,
  }))
}
