import { number } from '../../options.ts'
import { bodyOf } from '../prose.ts'
import { defineRoomRule } from '../rule.ts'
import { countWords } from '../word-count.ts'

export const boilerplateLength = defineRoomRule({
  code: 'boilerplate-length',
  severity: 'warning',
  summary: 'Keep a boilerplate to 200 words',
  why: 'An About text stands below every release and is read to check a name or a number; 60 to 100 words are advised. One that grows with each new director is cut by whoever uses it, and by everybody in another place.',
  rate: 'not measured: archives repeat the boilerplate of few organizations',
  languages: ['en', 'fr', 'es', 'ar'],
  options: { max: number(200, 'The most words') },
  examples: {
    good: [
      `=== templates/boilerplate/about.md\n---\ntitle: About Acme\n---\n\n${'Acme makes pumps. '.repeat(66)}\n`,
      `=== press.yaml\nlanguage: ja\n=== templates/boilerplate/about.md\n---\ntitle: Acme\n---\n\n${'Acme makes pumps. '.repeat(67)}\n`,
    ],
    bad: {
      [`=== templates/boilerplate/about.md\n---\ntitle: About Acme\n---\n\n${'Acme makes pumps.\n\n'.repeat(67)}`]:
        '5:1 Long boilerplate, 201 words, maximum 200',
    },
  },
  check({ boilerplate }, report, { max }) {
    for (const { source, prose, language } of boilerplate) {
      const [first] = bodyOf(prose)
      const count = countWords(prose.text, prose.bodyStart)
      if (!first || count <= max || !boilerplateLength.languages?.includes(language)) continue
      report({
        message: `Long boilerplate, ${count} words, maximum ${max}`,
        hint: 'say in 60 to 100 words who you are; the rest is for the website',
        at: [first.start, first.end],
        in: source,
      })
    }
  },
})
