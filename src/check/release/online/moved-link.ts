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
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nRead [the report](https://example.org/old).\n=== .pressmark/links.json\n{ "version": 1, "answers": { "https://example.org/old": { "at": 1795521600000, "kind": "moved", "to": "https://www.example.org/new" } } }\n':
        'releases/2026-01-02-x.md:5:6 Link to a page that has moved',
    },
  },
  check(text, report) {
    const { answerOf } = text
    if (answerOf === undefined) return
    for (const { url, at } of addressesIn(text)) {
      const answer = answerOf(url)
      if (answer?.kind === 'moved') report({ message: 'Link to a page that has moved', hint: `write ${answer.to}`, at })
    }
  },
})
