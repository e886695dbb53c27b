import { typedLinks } from '../../../release/link-places.ts'
import { matchesIn } from '../../../source/matches.ts'
import { knownEmptyLinks, saysNothing } from '../../empty-link.ts'
import { defineTextRule } from '../rule.ts'

export const linkText = defineTextRule({
  code: 'link-text',
  severity: 'warning',
  summary: 'Let the words of a link say where it leads',
  why: 'Screen-reader users go through a list of links (WCAG 2.2, 2.4.4), and the plain-text mail has nothing else to call them by.',
  rate: '0–11',
  languages: knownEmptyLinks,
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nRead [the report](https://www.example.org/), and [more about pumps][pumps].\n\n[pumps]: https://www.example.org/pumps\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nRead it [here](https://www.example.org/) and ![here](a.png).\n':
        '5:10 Link that says "here"',
      '---\nheadline: Acme opens a plant\n---\n\n[Read **more** →][pumps]\n\n[pumps]: https://www.example.org/\n':
        '5:2 Link that says "Read **more** →"',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\n[Cliquez ici](https://www.example.org/).\n':
        '6:2 Link that says "Cliquez ici"',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nLéalo [aquí](https://www.example.org/).\n':
        '6:8 Link that says "aquí"',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\n[اضغط هنا](https://www.example.org/).\n':
        '6:2 Link that says "اضغط هنا"',
    },
  },
  check({ source, language, prose }, report) {
    const from = prose.bodyStart
    const body = source.text.slice(from)
    const say = (words: string, start: number): void => {
      if (!saysNothing(words, [language])) return
      report({
        message: `Link that says "${words.trim()}"`,
        hint: 'name what it leads to',
        at: [start, start + words.length],
      })
    }
    for (const { start, end } of typedLinks(body)) {
      const words = /^\[([^[\]]*)\]\(/.exec(body.slice(start, end))?.[1]
      if (words !== undefined) say(words, from + start + 1)
    }
    for (const { 1: words = '', index } of matchesIn(body, /(?<!!)\[([^[\]\n]{1,60})\]\[/g))
      say(words, from + index + 1)
  },
})
