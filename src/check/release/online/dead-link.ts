import type { Finding } from '../../rule.ts'
import { defineTextRule } from '../rule.ts'
import { addressesIn } from './addresses.ts'
import type { Answer } from './answer.ts'

/** What was answered to check when it asked. */
const told =
  '=== answers.json\n{ "https://www.example.org/gone": { "kind": "dead", "why": "404" }, "https://www.example.org/there": { "kind": "fine" }, "https://old.example.org/": { "kind": "untrusted", "why": "its certificate has expired" }, "https://www.example.org/slow": { "kind": "unsure", "why": "none in 10 seconds" }, "https://www.example.org/desk": { "kind": "inside" } }\n'

export const deadLink = defineTextRule({
  code: 'dead-link',
  severity: 'error',
  summary: 'Lead readers to pages that are there',
  why: 'A bad link is among the errors that wire editors catch most, and a mail that was sent can not be mended. Where a certificate is not in order, browsers show readers a warning in place of the page. Links are asked only with `--online`. A server that turns programs away, or is down, says nothing about its page.',
  rate: 'not measured: archives are older than their links',
  examples: {
    good: [
      `=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nRead [the report](https://www.example.org/there).\n${told}`,
    ],
    bad: {
      [`=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\nlinks: [{ url: https://www.example.org/gone, title: The report }]\n---\n\nRead [the report](https://www.example.org/gone).\n${told}`]:
        'releases/2026-01-02-x.md:3:16 Link that leads nowhere, 404\nreleases/2026-01-02-x.md:6:6 Link that leads nowhere, 404',
      [`=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nRead [one](https://old.example.org/), [two](https://www.example.org/slow) and [three](https://www.example.org/desk).\n${told}`]:
        'releases/2026-01-02-x.md:5:6 Link that browsers warn of, its certificate has expired\nreleases/2026-01-02-x.md:5:39 Link that gave no answer, none in 10 seconds\nreleases/2026-01-02-x.md:5:79 Link that leads into a private network',
    },
  },
  check(text, report) {
    const { answerOf } = text
    if (answerOf === undefined) return
    for (const { url, at } of addressesIn(text)) {
      const found = findingOf(answerOf(url))
      if (found) report({ ...found, at })
    }
  },
})

function findingOf(answer: Answer | undefined): Omit<Finding, 'at'> | undefined {
  switch (answer?.kind) {
    case 'dead':
      return { message: `Link that leads nowhere, ${answer.why}`, hint: 'correct the address, or take the link away' }
    case 'untrusted': {
      const hint = 'tell those who keep the site, or link to another one'
      return { message: `Link that browsers warn of, ${answer.why}`, hint, severity: 'warning' }
    }
    case 'unsure': {
      const hint = 'open it yourself, or ask again later'
      return { message: `Link that gave no answer, ${answer.why}`, hint, severity: 'info' }
    }
    case 'inside': {
      const hint = 'open it from outside the house: it is sent on to where the public may have no way'
      return { message: 'Link that leads into a private network', hint, severity: 'info' }
    }
    default:
      return undefined
  }
}
