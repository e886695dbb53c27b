import type { Day } from '../../../calendar/day.ts'
import type { SourceText } from '../../../source/text.ts'
import type { Finding, Span } from '../../rule.ts'
import { defineRoomRule } from '../rule.ts'

export const reviewDate = defineRoomRule({
  code: 'review-date',
  severity: 'warning',
  timeBound: true,
  summary: 'Look at texts and figures again when their day of review has come',
  why: 'Whoever set the day knew that the text or the figure would go stale. Of those that another has followed nobody is asked any more.',
  rate: 'not measured: archives have no such field',
  examples: {
    good: [
      '=== templates/facts.yaml\nplants:\n  - { value: 3, from: 2024-01-01, review: 2025-01-01 }\n  - { value: 4, from: 2025-01-01, review: 2027-01-01 }\n',
      '=== templates/boilerplate/about.md\n---\ntitle: About Acme\nreview: 2027-01-01\n---\n\nAcme makes pumps.\n',
    ],
    bad: {
      '=== templates/facts.yaml\nplants: { value: 3, review: 2026-01-01 }\n=== templates/boilerplate/about.md\n---\ntitle: About Acme\nreview: 2026-11-24\n---\n\nAcme makes pumps.\n':
        'templates/boilerplate/about.md:3:9 To be reviewed since 2026-11-24\ntemplates/facts.yaml:1:29 To be reviewed since 2026-01-01',
    },
  },
  check({ room, today, facts, boilerplate }, report) {
    const say = (review: Day, source: SourceText, at: Span): void => {
      const hint = 'look whether it still holds: add what holds now with a `from`, or set the next `review`'
      if (review <= today) report({ message: `To be reviewed since ${review}`, hint, at, in: source } satisfies Finding)
    }
    for (const name of room.names.facts) {
      const values = room.fact(name)
      const last = values.length - 1
      const review = values[last]?.review
      if (!facts || review === undefined) continue
      const list = facts.source.text.slice(...facts.yaml.valueAt([name])).trimStart()
      const path = /^[-[]/.test(list) ? [name, last, 'review'] : [name, 'review']
      say(review, facts.source, facts.yaml.valueAt(path))
    }
    for (const id of room.names.boilerplate) {
      const versions = room.boilerplate(id)
      const newest = versions
        .map(({ from }) => from ?? '')
        .sort()
        .at(-1)
      for (const { from = '', review, source, bodyStart } of versions) {
        if (review === undefined || from !== newest || !boilerplate.some((one) => one.source.file === source.file))
          continue
        const line = /^review:[ \t]*(.*?)[ \t]*(?:#.*)?$/m.exec(source.text.slice(0, bodyStart))
        const at = line ? line.index + line[0].indexOf(line[1] ?? '') : 0
        say(review, source, [at, at + (line?.[1]?.length ?? 0)])
      }
    }
  },
})
