import { matchesIn } from '../../../source/matches.ts'
import { factsOf, figuresIn, saysInWords, type Figure } from '../figures.ts'
import { readNumber } from '../numbers.ts'
import { bodyOf, type Passage } from '../prose.ts'
import { defineReleaseRule } from '../rule.ts'
import { countWords } from '../word-count.ts'

const lines: ReadonlySet<string> = new Set(['headline', 'subheadline', 'subject'])
const anyFigures = /[\d٠-٩](?:[.,٫٬’' \u00A0\u202F]?[\d٠-٩])*/g
/** A text of fewer words is still to be written. */
const fewestWords = 60

const text =
  'The plant stands in Turku, where pumps have been made since 1921. It took two years to build, and was paid for by the banks of the city and by its owners. Boats bring the steel, and trains take the pumps away. Nobody has to leave the house in Oulu, which goes on as before, with all of its people and machines, for ten years at least.'

export const headlineFigures = defineReleaseRule({
  code: 'headline-figures',
  severity: 'warning',
  summary: 'Let the text have each figure that stands above it',
  why: 'The figure in the headline is the one that is quoted, and often it is of an earlier draft: the text was corrected, and the line above it was not. A figure that the text has more exactly, or in words, is no other.',
  rate: '0–0.3; on 2 of 1,800 releases, in which the figure of the headline is a sum that stands nowhere',
  languages: ['en', 'fr', 'es', 'ar'],
  kinds: ['press-release', 'statement', 'joint'],
  examples: {
    good: [
      `---\nheadline: Acme makes 150,000 pumps a year\nsubheadline: It has cost £4.1 million and 12 months, 20% more than in 2024\n---\n\nAcme makes 148,702 pumps. The cost of £4.1m, a fifth more than planned, was paid in twelve months. ${text}\n`,
      `---\nheadline: Acme fabrique 18 M€ de pompes\nlanguage: fr\n---\n\nElles valent 18 millions d’euros. ${text}\n`,
      `---\nheadline: Acme makes 61 pumps\n---\n\nSixty-one pumps were made. ${text}\n`,
      `---\nheadline: Acme opens line 7, phase 2 of survey 45 finds\n---\n\n${text}\n`,
      `---\nheadline: Acme closes after 105 years\n---\n\n${text}\n`,
      '---\nheadline: Acme opens 3 plants\ndraft: true\n---\n\nTo be written.\n',
    ],
    bad: {
      [`---\nheadline: Acme makes 45,000 pumps a year\nsubheadline: The 22 machines run day and night\n---\n\nAcme makes 48,000 pumps with 24 machines. ${text}\n`]:
        '2:22 Figure that the text does not have, "45,000"\n3:18 Figure that the text does not have, "22"',
      [`---\nheadline: Acme abre una planta\nlanguage: es\nsubheadline: Fabrica 25.000 bombas al año.\n---\n\nFabrica 20.000 bombas. ${text}\n`]:
        '4:22 Figure that the text does not have, "25.000"',
    },
  },
  check(release, report) {
    const { prose, fields, tag } = release
    const inLines = prose.passages.filter(({ field = '' }) => lines.has(field))
    // Most stand below in the same form, or are names.
    const isBelow = (typed: string): boolean => standsIn(prose.text, typed, prose.bodyStart)
    const isFine = ({ start, end }: Passage): boolean =>
      matchesIn(prose.text.slice(start, end), anyFigures).every(
        ({ 0: typed, index }) => isBelow(typed) || isName(prose.text, start + index, typed),
      )
    if (inLines.every(isFine)) return
    if (fields.withdrawn || countWords(prose.text, prose.bodyStart) < fewestWords) return
    const body = bodyOf(prose).map(({ start, end }) => prose.text.slice(start, end))
    const below = body.join(' ')
    const summary = prose.passages.filter(({ field }) => field === 'summary')
    const figures = figuresIn(release)
    const above = figures.filter(isIn(inLines))
    const isBeside = isIn([...inLines, ...summary])
    const known = figures.flatMap((one) => (isBeside(one) ? [] : [one.value, readNumber(one.typed, tag) ?? 0]))
    const told = new Set<string>()
    for (const { key, typed, at, value } of above) {
      const own = readNumber(typed, tag) ?? value
      // `£4.1m`: figures that letters stand behind are no numbers.
      if (told.has(key) || isName(prose.text, at[0], typed) || isBelow(typed)) continue
      if (known.some((one) => isNear(one, value, typed) || isNear(one, own, typed))) continue
      const behind = prose.text.slice(at[1], at[1] + 12)
      if ((percent.test(behind) && shares.test(below)) || (isSpan.test(behind) && year.test(below))) continue
      const facts = factsOf(release)
      if ([value, own].flatMap(inWordsOf).some((one) => facts.includes(String(one)) || saysInWords(release, one)))
        continue
      told.add(key)
      const hint = 'correct one of the two, or say in the text what it counts'
      report({ message: `Figure that the text does not have, "${typed}"`, hint, at })
    }
  },
})

/** Whether figures stand in a text from a place on, and not within longer ones. */
function standsIn(text: string, typed: string, from: number): boolean {
  for (let at = text.indexOf(typed, from); at !== -1; at = text.indexOf(typed, at + 1))
    if (!/[\d٠-٩]/.test(text.charAt(at - 1) + text.charAt(at + typed.length))) return true
  return false
}

const isIn =
  (passages: readonly Passage[]) =>
  ({ at }: Figure): boolean =>
    passages.some(({ start, end }) => start <= at[0] && at[0] < end)

const percent = /^[ \u00A0\u202F]?(?:[%٪]|per ?cent|pour cent|por ciento|في المئة|في المائة|بالمئة|بالمائة)/
/** So many years are reckoned from a year that is named: `in the dark for 41 years`, `switched off in 1985`. */
const isSpan = /^[ \u00A0-](?:years?|ans|années|años|عام|سنة)(?![\p{L}])/u
const year = /(?<![\d٠-٩])(?:1[89]|20)\d\d(?!\d)|[١٢][٠٨٩][٠-٩]{2}/
/** Words for a share, which a percentage may stand for. */
const shares =
  /(?<!\p{L})(?:half|thirds?|quarters?|fifths?|tenths?|one in|moitié|tiers|quarts?|cinquièmes?|dixièmes?|un sur|une sur|mitad|tercios?|cuart[oa]s?|quint[oa]s?|décim[oa]s?|de cada|نصف|ثلث|ثلثا|ربع|خمس|عشر)(?!\p{L})/iu

/** The numbers by whose words one is said: `sixty-one` has its tens, `soixante et onze` the tens before them. */
function inWordsOf(value: number): number[] {
  const tens = value - (value % 10)
  const isCompound = value > 20 && value < 100
  return [value, ...(isCompound ? [tens] : []), ...(isCompound && tens >= 70 ? [tens - 10] : [])]
}

/** A year, a date in figures, or the number of something: `26.09.`, `No. 63`, `COP 30`. */
const isName = (text: string, at: number, typed: string): boolean =>
  /^(?:1[89]|20)\d\d$/.test(typed) ||
  /^\.(?!\s|$)/.test(text.slice(at + typed.length, at + typed.length + 2)) ||
  /(?:n[o°º]\.?|No\.|#|رقم|\b\p{Lu}{2,})[ \u00A0]?$/u.test(text.slice(Math.max(0, at - 12), at)) ||
  counted.test(text.slice(Math.max(0, at - 14), at))

/** What is told apart by numbers: `phase 2`, `survey 45`. A number of things stands before them. */
const counted =
  /(?<!\p{L})(?:article|chapter|day|edition|line|part|phase|platform|round|route|season|section|stage|step|study|survey|terminal|volume|week|zone|chapitre|enquête|étape|étude|édition|ligne|saison|semaine|tome|capítulo|artículo|edición|encuesta|estudio|etapa|fase|jornada|línea|ruta|semana|zona|المرحلة|الجولة|الخط|المادة)[ \u00A0]$/iu

/** Whether a figure is another one, but for how exactly it is given: 148,702 is 150,000, and 4,120 is more than 4,000. */
function isNear(exact: number, value: number, typed: string): boolean {
  const figures = typed.replace(/[^\d٠-٩]/g, '').replace(/^[0٠]+/, '')
  const isWhole = Number.isInteger(value) && !/[.,٫][\d٠-٩]{1,2}$/.test(typed)
  const significant = isWhole ? figures.replace(/[0٠]+$/, '').length : figures.length
  const step = 10 ** (Math.floor(Math.log10(Math.max(Math.abs(value), 1))) + 1 - Math.max(significant, 1))
  return exact === value || Math.abs(exact - value) < step
}
