import { outputRules } from './outputs.ts'
import { pageFrom } from './page-form.ts'
import type { Rule } from './rule.ts'

/** The page of the rule about outputs that has that name; nothing where there is none. */
export function pageOfOutput(name: string): string | undefined {
  for (const [stage, held] of Object.entries(outputRules) as [Stage, readonly OutputRule[]][]) {
    const found = held.find(({ code }) => code === name)
    if (found) return pageOf(found, stage)
  }
  return undefined
}

type Stage = keyof typeof outputRules
type OutputRule = Pick<Rule<never>, 'code' | 'severity' | 'summary' | 'why' | 'examples'>

/** What there is to know of a rule about the bytes of outputs. */
const pageOf = (rule: OutputRule, stage: Stage): string =>
  pageFrom(
    rule,
    `It looks at ${outputs[stage]} as it would go out. Nothing of it fires on the kit's own layouts but what a release says.`,
    `front matter \`# pressmark-ignore ${rule.code}: your reason\`. For a layout of your own, in press.yaml: \`check: { ${rule.code}: off }\`.`,
    (example) => `\`\`\`\`\n${readable(example)}\n\`\`\`\``,
  )

const outputs = {
  email: 'the HTML of the email',
  message: 'the message, `release.eml`,',
  text: 'the plain text',
} as const

/** An example as it can be read: repetitions told once, what cannot be seen by its number, and no more than a page of it. */
function readable(text: string): string {
  const short = text
    .replaceAll('\r\n', '\n')
    .replace(/([\s\S]{1,60}?)\1{9,}/g, (all, one: string) => `${one}… (${all.length / one.length} times)`)
    .replace(
      /[\p{Cf}\u00a0\u2007\u202f\ufffd]|\u034f|(?!\n)\p{Cc}/gu,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .trimEnd()
  return short.length > longest ? `${short.slice(0, longest)}…` : short
}

/** In characters. */
const longest = 1_200
