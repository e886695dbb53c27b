import { defineTextRule } from '../rule.ts'
import { addressesIn } from './addresses.ts'

export const movedLink = defineTextRule({
  code: 'moved-link',
  severity: 'info',
  summary: 'Write the address that a page has now',
  why: 'A page that says that it has moved for good (HTTP 301 or 308) is still found, until its old site is put away. Releases are read for years. Links are asked only with `--online`.',
  rate: 'not measured: archives are older than their links',
  examples: {
    good: ['---\nheadline: Acme opens a plant\n---\n\nRead [the report](https://www.example.org/there).\n'],
    bad: {
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nRead [the report](https://example.org/old).\n=== answers.json\n{ "https://example.org/old": { "kind": "moved", "to": "https://www.example.org/new" } }\n':
        'releases/2026-01-02-x.md:5:6 Link to a page that has moved',
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nRead [the report](https://example.org/old).\n=== answers.json\n{ "https://example.org/old": { "kind": "moved", "to": "https://www.example.org/" } }\n':
        'releases/2026-01-02-x.md:5:6 Link that leads to the home page now',
    },
  },
  check(text, report) {
    const { answerOf } = text
    if (answerOf === undefined) return
    for (const { url, at } of addressesIn(text)) {
      const answer = answerOf(url)
      if (answer?.kind !== 'moved') continue
      if (isHome(answer.to) && !isHome(url))
        report({
          message: 'Link that leads to the home page now',
          hint: 'is the page gone? link to where it is told',
          at,
        })
      else report({ message: 'Link to a page that has moved', hint: `write ${answer.to}`, at })
    }
  },
})

const isHome = (url: string): boolean => /^https?:\/\/[^/?#]+\/?(?:#|$)/i.test(url)
