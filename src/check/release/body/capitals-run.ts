import { matchesIn } from '../../../source/matches.ts'
import { number } from '../../options.ts'
import { beginsWord, capital } from '../prose.ts'
import { defineTextRule, isSpoken } from '../rule.ts'

/** Longer words than this are none, and would be tried from each of their letters. */
const rest = "[\\p{Lu}\\p{M}\\p{N}'’&.-]{0,60}"
const run = new RegExp(`${capital}${rest}(?:,?[ \\u00A0\\n]\\p{Lu}${rest})+(?![\\p{L}\\p{N}])`, 'gu')

/** So many words in capitals are no row of acronyms, however short they are. */
const sentence = 6

export const capitalsRun = defineTextRule({
  code: 'capitals-run',
  severity: 'warning',
  summary: 'Write sentences in small letters',
  why: 'Capitals read as shouting and slow every reader down; screen readers may spell them out. Whoever takes the text over has to type it again.',
  rate: '0–0.2; of headlines 0–0.5',
  options: { words: number(4, 'How many words in a row') },
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nThe UN, WHO, UNICEF and NATO. **WHO:** Ana Virta. FOR IMMEDIATE RELEASE. The IMO, ILO, ITU, WTO, WHO.\n',
      '---\nheadline: Acme opens a plant\n---\n\n[INSERT QUOTE FROM THE MAYOR]\n',
      '---\nheadline: Acme opens a plant\n---\n\nThe ISO IEC ITU WTO joint group.\n',
      '---\nheadline: Acme opens a plant\n---\n\nThe note says: “THIRD REQUEST FOR REPAIRS, PLEASE ANSWER”.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nFor this and ALL OTHER QUESTIONS ABOUT THE\nPLANT call us.\n':
        '5:14 6 words in capitals',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\n## POURQUOI NOUS OUVRONS UNE USINE À TURKU\n':
        '6:4 7 words in capitals',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nTODO ESTO ESTÁ ABIERTO AHORA. Y ES DE LA CASA AHORA.\n':
        '6:1 11 words in capitals',
    },
  },
  check(text, report, { words: least }) {
    const { prose } = text
    for (const { kind, start, end, field } of prose.passages) {
      // Of these the rule headline-capitals speaks.
      if (kind === 'table' || field === 'headline' || field === 'subheadline' || field === 'subject') continue
      for (const { 0: typed, index } of matchesIn(prose.text.slice(start, end), run)) {
        if (!beginsWord(prose.text, start + index) || isSpoken(text, start + index)) continue
        // [INSERT QUOTE FROM THE MAYOR]: the rule placeholder-text speaks of it.
        if (/\[[^\]\n]*$/.test(prose.text.slice(start, start + index))) continue
        const all = typed.split(/[\s,]+/).filter((one) => one !== '')
        const long = all.filter((one) => /^\p{Lu}{5,}[.!?]?$/u.test(one)).length
        const isSentence =
          long >= 2 || (all.filter((one) => /^\p{Lu}{2,}/u.test(one)).length >= sentence && !typed.includes(','))
        if (all.length < least || !isSentence || /IMMEDIATE|IMMÉDIATE|INMEDIATA|EMBARG/.test(typed)) continue
        const at = [start + index, start + index + typed.length] as const
        report({ message: `${all.length} words in capitals`, hint: 'write them as a sentence', at })
      }
    }
  },
})
