import { matchesIn } from '../../../source/matches.ts'
import { words } from '../../options.ts'
import { beginsWord } from '../prose.ts'
import { defineTextRule, isSpoken } from '../rule.ts'

/** Praise that no figure stands behind; words that also have a plain sense, such as unique or leading, are left alone. */
const praise: Readonly<Record<string, string>> = {
  en: 'amazing|awesome|incredible|fantastic|revolutionary|game-chang(?:ing|er)|world-class|world-leading|industry-leading|market-leading|best-in-class|best-of-breed|cutting-edge|state-of-the-art|unparalleled|unrivall?ed|second to none|one-stop shop|(?:excited|thrilled|delighted|proud|pleased) to announce',
  fr: "incroyables?|révolutionnaires?|incontournables?|inégalée?s?|unique en son genre|de classe mondiale|à la pointe de l[’']innovation|(?:fi[eè]re?s?|ravie?s?|heureux|heureuse) d[’']annoncer",
  es: 'increíbles?|revolucionari[ao]s?|inigualables?|incomparables?|de clase mundial|de última generación|únic[ao] en su (?:clase|género)|(?:orgullos[ao]s?|encantad[ao]s?) de anunciar',
  ar: 'مذهلة?|لا مثيل ل(?:ه|ها)|لا يضاهى|(?:ال)?فريدة? من نوع(?:ه|ها)|الأفضل على الإطلاق|على مستوى عالمي|يسرنا أن نعلن',
}

const patterns = new Map<string, RegExp>()

function patternOf(language: string, more: readonly string[]): RegExp {
  const key = `${language} ${more.join('|')}`
  let pattern = patterns.get(key)
  if (!pattern) {
    const all = [praise[language], ...more.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))]
    pattern = new RegExp(`(?:${all.join('|')})(?![\\p{L}-])`, 'giu')
    patterns.set(key, pattern)
  }
  return pattern
}

export const hype = defineTextRule({
  code: 'hype',
  severity: 'info',
  summary: 'Give the figure instead of the praise',
  why: 'Editors strike praise, and think less of what stands beside it. What somebody says may praise.',
  rate: '0.2–1.4; the list is kept to words that have no plain sense',
  languages: Object.keys(praise),
  options: {
    words: words([], 'Further words that the house does not want'),
    allowed: words([], 'Words of the list that the house wants after all'),
  },
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nThe plant leads the market, by 12 percent. “It is amazing,” she said. The Revolutionary Guard.\n',
      '---\nheadline: Acme ferme une usine\nlanguage: fr\n---\n\nDans des cas exceptionnels, et par une sécheresse exceptionnelle.\n',
      '=== press.yaml\norganization: { name: Acme }\ncheck: { hype: { allowed: [world-class] } }\n=== releases/2026-01-02-x.md\n---\nheadline: World-class pumps\n---\n\nText.\n',
    ],
    bad: {
      '---\nheadline: Acme opens an amazing plant\n---\n\nAcme is proud to announce its state-of-the-art plant.\n':
        '2:25 Praise, "amazing"\n5:9 Praise, "proud to announce"\n5:31 Praise, "state-of-the-art"',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nUne usine révolutionnaire.\n':
        '6:11 Praise, "révolutionnaire"',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nUna planta de última generación.\n':
        '6:12 Praise, "de última generación"',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nمصنع فريد من نوعه، وهذا الإنجاز الفريد من نوعه.\n':
        '6:6 Praise, "فريد من نوعه"\n6:33 Praise, "الفريد من نوعه"',
      '=== press.yaml\norganization: { name: Acme }\ncheck: { hype: { words: [synergy] } }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nA synergy.\n':
        'releases/2026-01-02-x.md:5:3 Praise, "synergy"',
    },
  },
  check(text, report, { words: more, allowed }) {
    const unasked = new Set(allowed.map((word) => word.toLowerCase()))
    for (const { 0: typed, index } of matchesIn(text.prose.text, patternOf(text.language, more))) {
      if (
        !beginsWord(text.prose.text, index) ||
        unasked.has(typed.toLowerCase()) ||
        isSpoken(text, index) ||
        isName(typed, text.prose.text, index)
      )
        continue
      const hint = 'say what it does, or how much of it, or let somebody say it'
      report({ message: `Praise, "${typed}"`, hint, at: [index, index + typed.length] })
    }
  },
})

/** A capital within a sentence is that of a name. */
const isName = (typed: string, text: string, at: number): boolean =>
  /^\p{Lu}/u.test(typed) && /\p{L}[ \u00A0]$/u.test(text.slice(Math.max(0, at - 2), at))
