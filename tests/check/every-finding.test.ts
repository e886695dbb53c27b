import { Session } from 'node:inspector/promises'
import { expect, test } from 'vitest'
import type { EmailRule } from '../../src/check/email/index.ts'
import type { MessageRule } from '../../src/check/message/index.ts'
import type { PlainTextRule } from '../../src/check/text/index.ts'

/** Where a rule says something: it reports, or makes the sentence that it will report. */
const says = /\b(?:report|tell)\(|\byield\b|\bmessage\b|["'`](?:Missing|Too|Un|Wrong|Invalid|Outlook)/

/**
 * What the engine has run of the files of rules, once each rule has looked at its examples: a stretch of a rule that says something and
 * was never run is something that a rule finds and that no example shows.
 */
test('the rules about outputs say nothing that no example shows', async () => {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Debugger.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const { runRule } = await import('../../src/check/rule.ts')
  const email = await import('../../src/check/email/index.ts')
  const message = await import('../../src/check/message/index.ts')
  const text = await import('../../src/check/text/index.ts')
  const encode = (example: string): Uint8Array => new TextEncoder().encode(example)
  const examplesOf = ({ examples }: EmailRule | MessageRule | PlainTextRule): string[] => [
    ...examples.good,
    ...Object.keys(examples.bad),
  ]
  for (const rule of email.rules as readonly EmailRule[])
    for (const one of examplesOf(rule)) runRule(rule, email.parseEmail('', encode(one), rule.subject))
  for (const rule of message.rules as readonly MessageRule[])
    for (const one of examplesOf(rule)) runRule(rule, message.parseMessage('', encode(one)))
  for (const rule of text.rules as readonly PlainTextRule[])
    for (const one of examplesOf(rule)) runRule(rule, text.readText('', one, rule.context))
  // The one example that cannot be written as text.
  email.lintEmail('', Uint8Array.of(0xe9))
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const files = result.filter(({ url }) => /\/src\/check\/(?:email|message|text)\/[\w-]+\.ts/.test(url))
  const unsaid: string[] = []
  for (const { url, scriptId, functions } of files) {
    const { scriptSource } = await session.post('Debugger.getScriptSource', { scriptId })
    for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges)) {
      const stretch = scriptSource.slice(startOffset, endOffset)
      if (count === 0 && says.test(stretch)) unsaid.push(`${url.replace(/^.*\/src\//, '')}: ${stretch}`)
    }
  }
  session.disconnect()
  expect(files.length).toBeGreaterThan(80)
  expect(unsaid).toEqual([])
})
