import { typedLinks } from '../../../release/link-places.ts'
import { defineTextRule } from '../rule.ts'

const empty: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:click |read |see |find out )?(?:here|more|this|this link|read more|learn more|more information|link))$/i,
  fr: /^(?:(?:cliquez |lire |voir )?(?:ici|la suite|plus|en savoir plus|ce lien|lien))$/i,
  es: /^(?:(?:haga clic |pulse |ver |leer )?(?:aquí|aqui|más|leer más|más información|este enlace|enlace))$/i,
  ar: /^(?:(?:اضغط |انقر )?(?:هنا|المزيد|اقرأ المزيد|هذا الرابط|الرابط))$/,
}

export const linkText = defineTextRule({
  code: 'link-text',
  severity: 'warning',
  summary: 'Let the words of a link say where it leads',
  why: 'Screen-reader users go through a list of links (WCAG 2.2, 2.4.4), and the plain-text mail has nothing else to call them by.',
  rate: '0.3–11',
  languages: Object.keys(empty),
  examples: {
    good: ['---\nheadline: Acme opens a plant\n---\n\nRead [the report](https://www.example.org/).\n'],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nRead it [here](https://www.example.org/) and ![here](a.png).\n':
        '5:10 Link that says "here"',
    },
  },
  check({ source, language, prose }, report) {
    const pattern = empty[language]
    const from = prose.bodyStart
    for (const { start, end } of typedLinks(source.text.slice(from))) {
      const typed = source.text.slice(from + start, from + end)
      const words = /^\[([^[\]]*)\]\(/.exec(typed)?.[1]
      if (words === undefined || !pattern?.test(words.trim().replace(/[.!»”"*_]+$|^[«“"*_]+/g, ''))) continue
      const at = [from + start + 1, from + start + 1 + words.length] as const
      report({ message: `Link that says "${words.trim()}"`, hint: 'name what it leads to', at })
    }
  },
})
