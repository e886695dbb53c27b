import type { Rule } from './rule.ts'

/** What a page says of any rule. */
type Described = Pick<Rule<never>, 'code' | 'severity' | 'summary' | 'why' | 'examples'>

/** The page of a rule, as Markdown: `about` says what it looks at, `answer` how a finding is answered, `shown` sets an example. */
export function pageFrom(
  { code, severity, summary, why, examples }: Described,
  about: string,
  answer: string,
  shown: (example: string) => string,
): string {
  const bad = Object.entries(examples.bad).map(([text, said]) => `${shown(text)}\n\n${said.replace(/^/gm, '    ')}`)
  return `# ${code}

${summary}. (${severity})

${why}

${about}

To answer a finding and keep the text: \`<!-- pressmark-ignore ${code}: your reason -->\` above the paragraph or at the end of its line, in
${answer}

## What it finds

${bad.join('\n\n')}

## What it accepts

${examples.good.map(shown).join('\n\n')}
`
}
