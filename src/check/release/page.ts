import type { ReleaseRule } from './rule.ts'

/** What there is to know of a rule, as Markdown. */
export function pageOf({ code, severity, summary, why, rate, languages, kinds, examples }: ReleaseRule): string {
  const spoken = languages
    ? `It knows ${languages.join(', ')} and is silent in other languages.`
    : 'It knows every language.'
  const kindly = kinds ? ` It runs on ${kinds.join(', ')}.` : ''
  const example = (text: string): string => `\`\`\`\`markdown\n${text.trimEnd()}\n\`\`\`\``
  const bad = Object.entries(examples.bad).map(([text, said]) => `${example(text)}\n\n${said.replace(/^/gm, '    ')}`)
  return `# ${code}

${summary}. (${severity})

${why}

Of 100 releases that professionals sent it speaks up on: ${rate}. ${spoken}${kindly}

To answer a finding and keep the text: \`<!-- pressmark-ignore ${code}: your reason -->\` above the paragraph or at the end of its line, in
front matter \`# pressmark-ignore ${code}: your reason\`.

## What it finds

${bad.join('\n\n')}

## What it accepts

${examples.good.map(example).join('\n\n')}
`
}
