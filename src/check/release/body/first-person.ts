import { matchesIn } from '../../../source/matches.ts'
import { number } from '../../options.ts'
import { defineTextRule, isSpoken } from '../rule.ts'

/** Only forms that cannot be anything else: `US` is a country, and Spanish `mi` and Arabic `عملنا` are also other words. */
const forms: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}\p{N}.’'-])(?:[Ww]e|us|[Oo]urs?|[Oo]urselves|I(?=[’'\s]+(?:m|ve|d|ll|am|was|have|had|will|would|can|could|do|did|think|believe|want|hope|know|feel|see)\b)|[Mm]y|me|myself)(?![\p{L}\p{N}-]|\.\p{L})/gu,
  fr: /(?<![\p{L}\p{N}’'-])(?:[Nn]ous|[Nn]otre|[Nn]os|[Jj]e|[Jj][’'])(?![\p{N}-])(?!(?<![’'])\p{L})/gu,
  es: /(?<!\p{L})(?:[Nn]osotr[oa]s|[Nn]uestr[oa]s?|[Hh]emos|[Ee]stamos|[Ss]omos|[Yy]o)(?!\p{L})/gu,
  ar: /(?<!\p{L})(?:و|ف)?(?:نحن|لدينا|إننا|شركتنا|مؤسستنا|منظمتنا|جمعيتنا|عملاؤنا|عملائنا|رسالتنا|رؤيتنا|هدفنا|نفخر|نعتز|نسعى|نحرص|نهدف|نؤكد|نعلن|نؤمن|يسرنا|يسعدنا|أطلقنا|قمنا)(?!\p{L})/gu,
}

export const firstPerson = defineTextRule({
  code: 'first-person',
  severity: 'info',
  summary: 'Speak of the organization by its name, not as “we”',
  why: 'A release is taken over as it is, and in a newspaper “we” is the newspaper. In quotations it is right, also in those that go over several paragraphs.',
  rate: '1–24 say it three times or more, 22–54 at all',
  languages: Object.keys(forms),
  kinds: ['press-release', 'joint'],
  options: { least: number(3, 'How often it is said before it is mentioned') },
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n“We opened it. \n\n“Our plant is ours,” she said. ‘We, we and our workers’ plant,’ he said. In the US, we do. A phase I study, Phase I and World War I.\n',
      '---\nheadline: Acme opens a plant\nkind: statement\n---\n\nWe are sorry. We will do better. Our plant is closed.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nWe open a plant. Our pumps are good, and we make them.\n':
        '5:1 First person, 3 times',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nNous ouvrons une usine. Nos pompes tournent, et j’en suis fier.\n':
        '6:1 First person, 3 times',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nHemos abierto nuestra planta. Nosotros la pagamos.\n':
        '6:1 First person, 3 times',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nنحن نفتح مصنعًا، ونفخر به، ولدينا مضخات.\n':
        '6:1 First person, 3 times',
    },
  },
  check(text, report, { least }) {
    const pattern = forms[text.language]
    if (!pattern) return
    const { prose } = text
    const said = prose.passages.flatMap(({ kind, start, end }) =>
      kind === 'text'
        ? matchesIn(prose.text.slice(start, end), pattern)
            .map(({ 0: typed, index }) => [start + index, start + index + typed.length] as const)
            .filter(([at]) => !isSpoken(text, at))
        : [],
    )
    const [first] = said
    if (!first || said.length < least) return
    const message = `First person, ${said.length} times`
    report({ message, hint: 'name the organization, or put it into a quotation', at: first })
  },
})
