import { defineReleaseRule } from '../rule.ts'
import { remarksIn } from './remarks.ts'

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
      '---\nheadline: Acme opens a plant\n# import: ana-virta, phone: the source has "1", contacts.yaml "2"\ncontacts: [ana-virta]\n---\n\nText.\n':
        '3:1 ana-virta, phone: the source has "1", contacts.yaml "2"',
      '---\nheadline: Acme opens a plant\n# import: templates/boilerplate/about-acme.md has another text\n# import: ana, role: the source has "1", contacts.yaml "2"\n---\n\nText.\n':
        '3:1 templates/boilerplate/about-acme.md has another text\n4:1 ana, role: the source has "1", contacts.yaml "2"',
      '---\nheadline: Acme opens a plant\n---\n\nText.\n\n<!-- import: left over from the source:\nPage 1 of 2\nShare this\n-->\n':
        '7:1 Left over from the source: Page 1 of 2 Share this',
    },
  },
  check({ source }, report) {
    for (const { words, at } of remarksIn(source, 'import'))
      report({ message: asMessage(words), hint: 'see to it, and take the comment away', at })
  },
})

/** As a sentence, without the colon that leads on to more lines. */
const asMessage = (words: string): string =>
  words
    .replace(beginning, (letter) => letter.toUpperCase())
    .replace(/^(.{160}).{40,}$/u, '$1 …')
    .replace(/:$/, '')

/** A small letter at the beginning, unless it is that of a path or an id, which are called as they are written. */
const beginning = /^\p{Ll}(?!\S*(?:[-/._]\S|,)|\S+ is not in contacts\.yaml)/u
