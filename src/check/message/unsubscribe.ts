import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

const list = { 'List-Id': '<press.example.org>' }
const unsubscribe = { 'List-Unsubscribe': '<https://example.org/u>, <mailto:u@example.org>' }
const post = { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }

export const unsubscribeFields = defineMessageRule({
  code: 'unsubscribe',
  severity: 'warning',
  summary: 'Let readers of a list leave it with one click',
  why: 'Gmail and Yahoo ask it of everybody who sends in bulk (Google and Yahoo, sender guidelines 2024; RFC 2369; RFC 8058).',
  examples: {
    good: [sample(), sample({ headers: { ...list, ...unsubscribe, ...post } })],
    bad: {
      [sample({ headers: list })]: '8:1 Missing List-Unsubscribe\n8:1 Missing List-Unsubscribe-Post',
      [sample({ headers: { ...list, ...post } })]: '8:1 Missing List-Unsubscribe',
      [sample({ headers: unsubscribe })]: '8:1 Missing List-Unsubscribe-Post',
      [sample({ headers: { Precedence: 'bulk', 'List-Unsubscribe': '<mailto:u@example.org>', ...post } })]:
        '9:1 List-Unsubscribe without an https address',
    },
  },
  check({ root, header }, report) {
    const bulk = root.headers.find(
      ({ name, value }) => name.startsWith('list-') || (name === 'precedence' && /^(?:bulk|list)$/i.test(value)),
    )
    if (!bulk) return
    const address = header('list-unsubscribe')
    const { at } = bulk
    if (!address) report({ message: 'Missing List-Unsubscribe', hint: 'Give an https address in <>', at })
    else if (!/<https:\/\/[^>]+>/.test(address.value))
      report({ message: 'List-Unsubscribe without an https address', hint: 'Give one beside mailto:', at: address.at })
    if (header('list-unsubscribe-post')?.value !== 'List-Unsubscribe=One-Click')
      report({ message: 'Missing List-Unsubscribe-Post', hint: 'Say `List-Unsubscribe=One-Click`', at })
  },
})
