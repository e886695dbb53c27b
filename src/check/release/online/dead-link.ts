import { defineTextRule } from '../rule.ts'
import { addressesIn } from './addresses.ts'

/** What `check --online` had been told shortly before. */
const told =
  '=== .pressmark/links.json\n{ "version": 1, "answers": { "https://www.example.org/gone": { "at": 1795521600000, "kind": "dead", "why": "404" }, "https://www.example.org/there": { "at": 1795521600000, "kind": "fine" } } }\n'

export const deadLink = defineTextRule({
  code: 'dead-link',
  severity: 'error',
  summary: 'Lead readers to pages that are there',
  why: 'A bad link is among the errors that wire editors catch most, and a mail that was sent can not be mended. Links are asked only with `--online`. A server that turns programs away, or is down, says nothing about its page.',
  rate: 'not measured: archives are older than their links',
  examples: {
    good: [
      `=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nRead [the report](https://www.example.org/there).\n${told}`,
    ],
    bad: {
      [`=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\nlinks: [{ url: https://www.example.org/gone, title: The report }]\n---\n\nRead [the report](https://www.example.org/gone).\n${told}`]:
        'releases/2026-01-02-x.md:3:16 Link that leads nowhere, 404\nreleases/2026-01-02-x.md:6:6 Link that leads nowhere, 404',
    },
  },
  check(text, report) {
    const { answerOf } = text
    if (answerOf === undefined) return
    for (const { url, at } of addressesIn(text)) {
      const answer = answerOf(url)
      if (answer?.kind === 'dead') {
        const hint = 'correct the address, or take the link away'
        report({ message: `Link that leads nowhere, ${answer.why}`, hint, at })
      } else if (answer?.kind === 'unsure') {
        const hint = 'open it yourself, or ask again later'
        report({ message: `Link that gave no answer, ${answer.why}`, hint, at, severity: 'info' })
      }
    }
  },
})
