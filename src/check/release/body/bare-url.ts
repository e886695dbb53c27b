import { blankOutCode, blankOutComments } from '../../../release/link-places.ts'
import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

/** An address that stands for itself: neither the target of a link, nor its words, nor in an attribute. */
const address = /(?<![\w(<"'=/@.[-])(?:https?:\/\/|www\.)[\w-]+\.[^\s<>()[\]"”»،]*[\w/]/gi

export const bareUrl = defineTextRule({
  code: 'bare-url',
  severity: 'info',
  summary: 'Put words in front of an address',
  why: 'Screen readers spell an address out, letter by letter, and it says nothing of what is there. One without https:// is not even a link.',
  rate: '0.8–9',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nRead [the report](https://www.example.org/report), [it][r] and `https://www.example.org/code`.\n\n[r]: https://www.example.org/r\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nMore at https://www.example.org/report, or at www.example.org.\n':
        '5:9 Bare address "https://www.example.org/report"\n5:47 Bare address "www.example.org", which is no link',
    },
  },
  check({ source, prose }, report) {
    const body = source.text.slice(prose.bodyStart)
    if (!/https?:\/\/|www\./i.test(body)) return
    for (const { 0: typed, index } of matchesIn(blankOutCode(blankOutComments(body)), address)) {
      if (/(?:^|\n) {0,3}\[[^\]\n]+\]:[ \t]*$/.test(body.slice(Math.max(0, index - 80), index))) continue
      const at = [prose.bodyStart + index, prose.bodyStart + index + typed.length] as const
      const message = `Bare address "${typed}"${/^www/i.test(typed) ? ', which is no link' : ''}`
      report({ message, hint: 'write it as `[what is there](https://…)`', at })
    }
  },
})
