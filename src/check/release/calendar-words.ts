/** How dates are typed in a language: patterns of words, from Sunday and from January on. */
interface Words {
  readonly weekdays: readonly string[]
  readonly months: readonly string[]
  /** What may stand behind the figures of a day, as in 4th or 1er. */
  readonly ordinal: string
  /** What stands between a day and its month. */
  readonly of: string
  /** What stands between a month and its year. */
  readonly ofYear: string
  /** What stands between the first day of a span and its last, or between two days. */
  readonly to: string
  /** Whether the month may come first. */
  readonly monthFirst: boolean
  /** Whether months begin with a capital: `may` is a verb. */
  readonly capital: boolean
}

/**
 * Arabic months have the names of the Gulf and Egypt, of the Levant and Iraq, of Morocco and of Algeria and Tunisia; international
 * organizations write two of them, with a stroke between.
 */
const words: Readonly<Record<string, Words>> = {
  en: {
    weekdays: [
      'Sunday|Sun\\.',
      'Monday|Mon\\.?',
      'Tuesday|Tues?\\.?',
      'Wednesday|Wed\\.?',
      'Thursday|Thu(?:rs?)?\\.?',
      'Friday|Fri\\.?',
      'Saturday|Sat\\.',
    ],
    months: [
      'January|Jan\\.?',
      'February|Feb\\.?',
      'March|Mar\\.',
      'April|Apr\\.?',
      'May',
      'June|Jun\\.',
      'July|Jul\\.?',
      'August|Aug\\.?',
      'September|Sept?\\.?',
      'October|Oct\\.?',
      'November|Nov\\.?',
      'December|Dec\\.?',
    ],
    ordinal: '(?:st|nd|rd|th)?',
    of: '\\s+(?:of\\s+)?',
    ofYear: ',?\\s+(?:of\\s+)?',
    to: 'to|until|through|and|or|[-–]',
    monthFirst: true,
    capital: true,
  },
  fr: {
    weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    months: [
      'janvier|janv\\.',
      'février|févr?\\.',
      'mars',
      'avril|avr\\.',
      'mai',
      'juin',
      'juillet|juill?\\.',
      'août|aout',
      'septembre|sept\\.',
      'octobre|oct\\.',
      'novembre|nov\\.',
      'décembre|déc\\.',
    ],
    ordinal: '(?:er)?',
    of: '\\s+',
    ofYear: '\\s+',
    to: 'au|et|ou|[-–]',
    monthFirst: false,
    capital: false,
  },
  es: {
    weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
    months: [
      'enero',
      'febrero',
      'marzo',
      'abril',
      'mayo',
      'junio',
      'julio',
      'agosto',
      'sep?tiembre',
      'octubre',
      'noviembre',
      'diciembre',
    ],
    ordinal: '\\.?[º°]?',
    of: '\\s+(?:de\\s+)?',
    ofYear: ',?\\s+(?:del?\\s+)?(?:año\\s+)?',
    to: 'al?|hasta|y|o|[-–]',
    monthFirst: false,
    capital: false,
  },
  ar: {
    weekdays: ['الأحد|الاحد', 'الاثنين|الإثنين', 'الثلاثاء', 'الأربعاء|الاربعاء', 'الخميس', 'الجمعة', 'السبت'],
    months: [
      'يناير|كانون\\s+الثاني|جانفي',
      'فبراير|شباط|فيفري',
      'مارس|آذار',
      'أبريل|إبريل|ابريل|نيسان|أفريل',
      'مايو|أيار|ماي',
      'يونيو|يونيه|حزيران|جوان',
      'يوليو|يوليه|تموز|يوليوز|جويلية',
      'أغسطس|آب|غشت|أوت',
      'سبتمبر|أيلول|شتنبر',
      'أكتوبر|اكتوبر|تشرين\\s+الأول',
      'نوفمبر|تشرين\\s+الثاني|نونبر',
      'ديسمبر|كانون\\s+الأول|دجنبر',
    ],
    ordinal: '',
    of: '\\s+(?:من\\s+)?',
    ofYear: '[،,]?\\s+(?:عام\\s+|لعام\\s+|سنة\\s+)?',
    to: 'إلى|حتى|و|[-–]',
    monthFirst: false,
    capital: false,
  },
}

export interface Calendar {
  /** With the groups `weekday`, `day` and `month` (or `monthFirst` and `dayLast`), and `year`. */
  readonly dates: RegExp
  /** `jueves 16 al`, right before `domingo 25 de octubre`, with the groups `weekday` and `day`. */
  readonly before: RegExp
  /** `Monday, ` right before a date in figures alone, with the group `weekday`. */
  readonly weekdayBefore: RegExp
  /** From 0, Sunday, to 6. */
  weekdayOf(typed: string): number | undefined
  /** From 1 to 12; of two names with a stroke between, that of the first. */
  monthOf(typed: string): number | undefined
}

export const knownCalendars: readonly string[] = Object.keys(words)

const calendars = new Map<string, Calendar>()

/** The calendar of a language, made when it is first asked for. */
export function calendarOf(language: string): Calendar | undefined {
  const known = calendars.get(language)
  const typed = words[language]
  if (known || !typed) return known
  const calendar = calendarFrom(typed)
  calendars.set(language, calendar)
  return calendar
}

/** Between the words of a date: a line may end there, and no paragraph, such as a heading that ends in `last Friday`. */
const gap = '(?=\\s)[^\\S\\n]*\\n?[^\\S\\n]*'

function calendarFrom({ weekdays, months, ordinal, of, ofYear, to, monthFirst, capital }: Words): Calendar {
  const names = `(?:${months.join('|')})`
  const named = `(?<weekday>${weekdays.join('|')})(?!\\p{L})[,،]?\\s+(?:the\\s+|le\\s+|(?:el\\s+)?día\\s+|الموافق\\s+|\\()?`
  const weekday = `(?:${named})?`
  const range = '(?:\\s?[-–]\\s?[\\d٠-٩]{1,2})?'
  const year = `(?:${ofYear}(?<year>[\\d٠-٩]{4}))?(?![\\d٠-٩])`
  const dayThenMonth = `(?<day>[\\d٠-٩]{1,2})${ordinal}${range}${ordinal}${of}(?<month>${names}(?:/${names})?)(?!\\p{L})`
  // "In May 10 people came": not the tenth of May.
  const noCount = '(?!\\d|[.,:]\\d|\\s*%|\\s+(?:percent|per\\s+cent|people|million|billion|thousand)\\b)'
  const monthThenDay = `(?<monthFirst>${names})\\s+(?<dayLast>\\d{1,2})${ordinal}${noCount}${range}`
  const either = monthFirst ? `(?:${monthThenDay}|${dayThenMonth})` : dayThenMonth
  const flags = capital ? 'gu' : 'giu'
  const pattern = (source: string, modes: string): RegExp => new RegExp(source.replaceAll('\\s+', gap), modes)
  // Most letters begin no date, and are passed over by this class alone.
  const first = new Set([...weekdays, ...(monthFirst ? months : [])].map((name) => name.charAt(0)))
  const begins = `(?=[\\d٠-٩${[...first].join('')}])(?<!(?!\\p{Script=Arabic})\\p{L}|[\\d٠-٩.,:/-])`
  return {
    dates: pattern(`${begins}${weekday}${either}${year}`, flags),
    before: pattern(
      `(?<!(?!\\p{Script=Arabic})\\p{L})${named}(?<day>[\\d٠-٩]{1,2})${ordinal}\\s?(?:${to})\\s?(?:el\\s|le\\s|the\\s)?$`,
      flags.replace('g', ''),
    ),
    weekdayBefore: pattern(`(?<!(?!\\p{Script=Arabic})\\p{L})${named}$`, flags.replace('g', '')),
    weekdayOf: (typed) => indexIn(weekdays, typed),
    monthOf: (typed) => {
      const index = indexIn(months, typed.replace(/\/.*/s, ''))
      return index === undefined ? undefined : index + 1
    },
  }
}

function indexIn(patterns: readonly string[], typed: string): number | undefined {
  const index = patterns.findIndex((pattern) => new RegExp(`^(?:${pattern})$`, 'iu').test(typed))
  return index === -1 ? undefined : index
}

/** A whole number in Western or Arabic figures. */
export const inFigures = (typed: string): number =>
  Number(typed.replace(/[٠-٩]/g, (figure) => String(figure.charCodeAt(0) - 0x660)))
