import { expect, test } from 'vitest'
import { lintEmail } from '../../src/check/email/index.ts'
import { buildHere, pressRoom } from '../support/press-room.ts'

test('a passage in the other script, and code, run their own way in the page and in the email, and break no rule of mail', async () => {
  const body =
    'عادت الأعشاب البحرية إلى الخليج بعد سنوات.\n\nThe seagrass is back after years.\n\n- The code is `a(b)`.\n\n```\nc(d)\n```\n'
  const file = (headline: string): string => `---\nheadline: ${headline}\ndate: 2026-01-02\n---\n\n${body}`
  const root = pressRoom({
    'press.yaml': 'organization: { name: Acme, url: https://acme.example/ }\nlanguage: en\n',
    'releases/2026-01-02-x.md': file('The seagrass is back'),
    'releases/2026-01-02-x.ar.md': file('عادت الأعشاب البحرية'),
  })
  const { output } = await buildHere(root, { formats: ['html', 'email'] })
  for (const name of ['index.html', 'email.html']) {
    expect(output(`releases/x/${name}`)).toMatch(
      /<p dir="rtl"[^>]*>عادت[^]*<p(?! dir)[^>]*>The seagrass[^]*<code(?! dir)[^>]*>a\(b\)/,
    )
    expect(output(`releases/x/ar/${name}`)).toMatch(
      /<p(?! dir)[^>]*>عادت[^]*<p dir="ltr"[^>]*>The seagrass[^]*<code dir="ltr"[^>]*>a\(b\)[^]*<pre dir="ltr"/,
    )
  }
  for (const path of ['releases/x/email.html', 'releases/x/ar/email.html'])
    expect(lintEmail(path, Buffer.from(output(path))).filter(({ severity }) => severity === 'error')).toEqual([])
})
