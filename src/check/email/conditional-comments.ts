import { asWordReads } from '../../clients/conditional.ts'
import type { Span } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const conditionalComments = defineEmailRule({
  code: 'conditional-comments',
  severity: 'error',
  summary: 'Close each conditional comment, and in each reading each table',
  why: 'A `<!--[if mso]>` without its end hides the rest of the email from everybody else; a table opened for Outlook and never closed swallows what follows (Microsoft, About conditional comments). Parsing and printing a compiled email again can break them apart.',
  examples: {
    good: [
      '<!--[if mso]><table><tr><td><![endif]--><p>Text</p><!--[if mso]></td></tr></table><![endif]-->',
      '<!--[if !mso]><!--><p>Text</p><!--<![endif]--><!--[if mso]><p>Text</p><![endif]-->',
      '<table><tr><td title="a > b">Text<br></td></tr></table>',
    ],
    bad: {
      '<p>Text</p><!--[if mso]><p>Text</p>': '1:12 Unclosed conditional comment',
      '<p>Text</p><![endif]-->': '1:12 Unopened <![endif]',
      '<!--[if !mso]><!--><p>Text</p><![endif]-->': '1:1 Unclosed conditional comment\n1:31 Unopened <![endif]',
      '<!--[if mso]><table><tr><td><![endif]--><p>Text</p>\n<!--[if mso]></td></table><![endif]-->':
        '2:19 Unexpected </table> in Outlook, <tr> is open',
      '<div><!--[if !mso]><!--></div><!--<![endif]-->': '1:1 Unclosed <div> in Outlook',
      '<table><tr><td>Text</table>': '1:20 Unexpected </table>, <td> is open',
      '</div>': '1:1 Unopened </div>',
    },
  },
  check({ source, conditionals }, report) {
    for (const { kind, start, end } of conditionals.unpaired)
      report({
        message: kind === 'open' ? 'Unclosed conditional comment' : 'Unopened <![endif]',
        hint: 'Write `<!--[if mso]>…<![endif]-->`, or `<!--[if !mso]><!-->…<!--<![endif]-->`',
        at: [start, end],
      })
    if (conditionals.unpaired.length > 0) return
    const page = unbalanced(source.text, '')
    const finding = page ?? unbalanced(asWordReads(source.text, conditionals), ' in Outlook')
    if (finding) report({ ...finding, hint: 'Close what is open, in the order of opening' })
  },
})

const tags =
  /<!--[\s\S]*?-->|<(style|title|script|noscript)\b[\s\S]*?<\/\1\s*>|<(\/?)(table|tbody|thead|tr|td|th|div)\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi

/** The first tag of the layout that has no partner. Optional end tags count as missing: not every client supplies them alike. */
function unbalanced(html: string, where: string): { readonly message: string; readonly at: Span } | undefined {
  const open: { readonly name: string; readonly at: Span }[] = []
  for (const match of html.matchAll(tags)) {
    const name = match[3]?.toLowerCase()
    if (!name) continue
    const at = [match.index, match.index + match[0].length] as const
    if (match[2] === '') {
      open.push({ name, at })
      continue
    }
    const last = open.pop()
    if (!last) return { message: `Unopened </${name}>${where}`, at }
    if (last.name !== name) return { message: `Unexpected </${name}>${where}, <${last.name}> is open`, at }
  }
  const left = open.at(-1)
  return left && { message: `Unclosed <${left.name}>${where}`, at: left.at }
}
