import { defineEmailRule } from './rule.ts'

const maximum = 102_400
export const enough = 81_920

export const gmailClipping = defineEmailRule({
  code: 'gmail-clipping',
  severity: 'error',
  reads: 'whole',
  summary: 'Keep the email under the size at which Gmail cuts it off',
  why: 'Gmail shows the first 102,400 bytes of the decoded HTML and hides the rest behind a link (senders’ experience; Google gives no figure). A mailing service adds its own to what leaves the press room, so 80 KB is the time to think.',
  examples: {
    good: ['<p>Acme opens a plant</p>', `<p>${'a'.repeat(81_913)}</p>`],
    bad: {
      [`<p>${'a'.repeat(102_394)}</p>`]: '1:1 Too long email, 102401 bytes, maximum 102400',
      [`<p>${'a'.repeat(102_393)}</p>`]: '1:1 Long email, 102400 bytes, Gmail cuts it off at 102400',
      [`<p>${'é'.repeat(41_000)}</p>`]: '1:1 Long email, 82007 bytes, Gmail cuts it off at 102400',
    },
  },
  check({ bytes }, report) {
    const hint = 'End the email with "Read the full release", at a paragraph, and a link to the page'
    const at = [0, 0] as const
    if (bytes.length > maximum)
      report({ message: `Too long email, ${bytes.length} bytes, maximum ${maximum}`, hint, at })
    else if (bytes.length > enough)
      report({
        message: `Long email, ${bytes.length} bytes, Gmail cuts it off at ${maximum}`,
        hint,
        at,
        severity: 'warning',
      })
  },
})
