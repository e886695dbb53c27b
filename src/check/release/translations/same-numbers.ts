import { factsOf, figuresIn, saidInWords } from '../figures.ts'
import { defineReleaseRule } from '../rule.ts'
import { originalKnown, reportDifferences } from './compare.ts'

const languages = ['en', 'fr', 'es', 'ar'] as const

export const sameNumbers = defineReleaseRule({
  code: 'same-numbers',
  severity: 'warning',
  summary: 'Let a translation have the numbers of its original',
  why: 'A comma that is a decimal mark in one language sets thousands apart in another, and a figure that was mended in the original stays in the translation. Journalists of two languages then quote one release against itself.',
  rate: 'not measured: the archives are in one language',
  languages,
  examples: {
    good: [
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt makes 2,000,000 pumps for €2.4m.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle fait 2 000 000 pompes pour 2,4 M€.\n',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt makes 12,500 pumps a year, 2.5 million since 1990, with twelve people, from 3 p.m. on, for 1.2 billion crowns (10 percent more).\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle fait 12 500 pompes par an, 2 500 000 depuis 1990, avec 12 personnes, à partir de 15 heures, pour 1,2 milliard de couronnes (10 % de plus).\n=== releases/2026-05-04-x.ar.md\n---\nheadline: أكمي تفتح مصنعا\n---\n\nينتج ١٢٬٥٠٠ مضخة في السنة، و2.5 مليون منذ 1990، مع 12 شخصا، بمبلغ 1.2 مليار (10%).\n',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt makes 12,500 pumps.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nFabrica 12.500 bombas (la norma es de 1998).\n',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt cost £3 million, or £85 a pump. Call 0808 157 0142 from 9.30am.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nCostó 3,5 millones de euros, o 100 € por bomba. Visitas de 9.30 a 18.00.\n',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt cost 1.2 trillion yen in 2025–26, and $3 billion.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle a coûté 1 200 milliards de yens en 2025-2026, et 3 milliards de dollars.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nCostó 1,2 billones de yenes en 2025-2026, y 3.000 millones de dólares.\n',
    ],
    bad: {
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt cost $1.2 trillion.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nCostó 1,2 trillones de dólares.\n':
        'releases/2026-05-04-x.es.md:5:7 Not the number of the original, "1.2"',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt cost £2m, 250km away.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle a coûté £3m, à 300km de là.\n':
        'releases/2026-05-04-x.fr.md:5:15 Not the number of the original, "2"\nreleases/2026-05-04-x.fr.md:5:21 Not the number of the original, "250"',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt cost £2m.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle a coûté 3 M£.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nCostó 3 M£, y 1 050 000 bombas.\n':
        'releases/2026-05-04-x.es.md:5:7 Not the number of the original, "2"\nreleases/2026-05-04-x.fr.md:5:14 Not the number of the original, "2"',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt makes 1,500,000 pumps.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle fait 1 050 000 pompes.\n':
        'releases/2026-05-04-x.fr.md:5:11 Not the number of the original, "1,500,000"',
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nIt makes 12,500 pumps a year.\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nElle fait 12,5 pompes par an.\n=== releases/2026-05-04-x.es.md\n---\nheadline: Acme abre una planta\n---\n\nFabrica 125.000 bombas al año.\n=== releases/2026-05-04-x.ar.md\n---\nheadline: أكمي تفتح مصنعا\n---\n\nينتج 15,200 مضخة.\n':
        'releases/2026-05-04-x.ar.md:5:6 Not the number of the original, "12,500"\nreleases/2026-05-04-x.es.md:5:9 Not the number of the original, "12,500"\nreleases/2026-05-04-x.fr.md:5:11 Not the number of the original, "12,500"',
    },
  },
  check(release, report) {
    const original = originalKnown(release, languages)
    if (!original) return
    const inWords = new Set([release, original].flatMap((one) => [...saidInWords(one), ...factsOf(one)]))
    const [here, there] = [figuresIn(release), figuresIn(original)]
    const isExcused = ({ key, currency }: (typeof here)[number]): boolean =>
      inWords.has(key) ||
      (currency !== undefined && ![here, there].every((all) => all.some((one) => one.currency === currency)))
    reportDifferences([release, original], [here, there], 'number', isExcused, report)
  },
})
