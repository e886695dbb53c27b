import { definePlainTextRule } from './rule.ts'

export const textPreheader = definePlainTextRule({
  code: 'text-preheader',
  severity: 'error',
  summary: 'Keep the preheader of the email out of the plain text',
  why: 'Texts made from the HTML begin with its hidden line and the filling behind it; in plain text both are seen.',
  examples: {
    good: ['Acme opens a plant\n==================\n'],
    bad: {
      'The plant opens on Thursday \u2007\u034f\u2007\u034f\n\nAcme opens a plant\n':
        '1:29 Filling of the preheader in the text',
    },
  },
  check({ source: { text } }, report) {
    const found = /(?:\u2007|\u034f){2,}/.exec(text)
    if (found)
      report({
        message: 'Filling of the preheader in the text',
        hint: 'Make the text from the release, not from the HTML',
        at: [found.index, found.index + found[0].length],
      })
  },
})
