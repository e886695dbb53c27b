import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

export const lineEnding = defineMessageRule({
  code: 'line-ending',
  severity: 'error',
  summary: 'End every line with CRLF',
  why: 'A message is made of lines that end with CRLF (RFC 5322, 2.3); servers that let a bare LF through have been used to smuggle messages, and many now refuse it.',
  examples: {
    good: [sample()],
    bad: {
      [sample().replace('\r\nTo:', '\nTo:')]: '1:37 Line that ends with a bare LF',
      [sample().replace('in Turku', 'in\rTurku')]: '13:22 Line that ends with a bare CR',
    },
  },
  check({ source: { text } }, report) {
    const lf = /(?<!\r)\n/.exec(text)
    const cr = /\r(?!\n)/.exec(text)
    for (const [name, found] of [
      ['LF', lf],
      ['CR', cr],
    ] as const)
      if (found)
        report({
          message: `Line that ends with a bare ${name}`,
          hint: 'Write CRLF',
          at: [found.index, found.index + 1],
        })
  },
})
