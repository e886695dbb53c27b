import type { Fact } from '../../../press-room/facts.ts'
import { inLanguage } from '../../../press-room/language.ts'
import type { PressRoom } from '../../../press-room/press-room.ts'
import { matchesIn } from '../../../source/matches.ts'
import { onceForKey } from '../../../source/once.ts'
import { defineTextRule } from '../rule.ts'

/** How far from a figure the words of its name are looked for, in characters; before it fewer, for what is counted comes after. */
const after = 40
const before = 25
/** Shorter words of a name, such as `of` and `icc`, are in any text. */
const shortest = 4

export const typedFact = defineTextRule({
  code: 'typed-fact',
  severity: 'warning',
  summary: 'Take figures that go stale from facts.yaml',
  why: 'A typed figure stays behind when the fact changes. In a boilerplate, which goes out again and again, it is a warning; in a release, which is of one day, it is only mentioned. A figure counts as that of a fact where all words of the fact’s name stand beside it.',
  rate: 'not measured: archives have no such file',
  examples: {
    good: [
      '=== templates/facts.yaml\nacme.employees: { value: "1,250" }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nIt sold 1250 pumps. Its employees, {{fact "acme.employees"}}, are glad.\n',
      '=== templates/facts.yaml\nacme.employees: [{ value: 900 }, { value: 1250, from: 2025-06-01 }]\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nIn 2024, when nobody knew it, Acme had 900 employees.\n',
      '=== templates/facts.yaml\nacme.plants: { value: fifty-two (about) }\nicc.trials: { value: three }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nIts fifty-two plants stood three trials.\n',
    ],
    bad: {
      '=== templates/facts.yaml\nacme.employees: { value: "1,250" }\n=== templates/boilerplate/about.md\n---\ntitle: About Acme\n---\n\nAcme has 1250 employees.\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nIts 1,250 employees are glad.\n':
        'releases/2026-01-02-x.md:6:5 "1,250" is the fact "acme.employees"\ntemplates/boilerplate/about.md:5:10 "1250" is the fact "acme.employees"',
      '=== templates/facts.yaml\nacme.employees: [{ value: 900 }, { value: 1250, from: 2025-06-01 }]\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nIts 900 employees are glad.\n':
        'releases/2026-01-02-x.md:6:5 "900" is an old value of the fact "acme.employees", now "1250"',
      '=== templates/facts.yaml\nemployés: { value: { fr: "1 250" } }\n=== releases/2026-01-02-x.fr.md\n---\nheadline: Acme ouvre une usine\ndate: 2026-01-02\n---\n\nElle a 1 250 employés.\n':
        'releases/2026-01-02-x.fr.md:6:8 "1 250" is the fact "employés"',
    },
  },
  check(text, report) {
    const { room, tag, date, prose, kind, source } = text
    const { pattern, facts } = figuresOf(room, tag)
    if (!pattern) return
    for (const { 0: typed, index } of matchesIn(prose.text, pattern)) {
      const end = index + typed.length
      // To look behind in the pattern would keep it from skipping what has no figures.
      if (index > 0 && /[\p{L}\d.,-]/u.test(prose.text.charAt(index - 1))) continue
      const around = clauseAround(prose.text, index, end)
      for (const { name, words, value, current } of facts.get(plainFigure(typed)) ?? []) {
        if (!words.every((word) => around.includes(word))) continue
        const now = current(date)
        if (now === undefined) continue
        const severity = kind === undefined ? 'warning' : 'info'
        const at = [index, end] as const
        const hint = `write {{fact "${name}"}}`
        if (now === value) report({ message: `"${typed}" is the fact "${name}"`, hint, at, severity })
        else if (
          !isDated(prose.text, index, end) &&
          !source.text.includes(`fact "${name}"`) &&
          !prose.text.includes(now)
        ) {
          const message = `"${typed}" is an old value of the fact "${name}", now "${now}"`
          report({ message, hint, at, severity })
        }
      }
    }
  },
})

interface Figure {
  readonly name: string
  /** The beginnings of the words of its name that have to stand beside it. */
  readonly words: readonly string[]
  readonly value: string
  /** What the fact says on a day; on the last of them, where there is none. */
  current(date: string | undefined): string | undefined
}

interface Figures {
  readonly pattern: RegExp | undefined
  readonly facts: ReadonlyMap<string, readonly Figure[]>
}

const figuresOf = onceForKey((room: PressRoom, tag: string): Figures => {
  const facts = new Map<string, Figure[]>()
  for (const name of room.names.facts) {
    const words = wordsOf(name)
    if (words.length === 0) continue
    const versions = room.fact(name)
    const say = ({ value }: Fact): string => inLanguage(value, tag, room.settings.language)
    const current = (date: string | undefined): string | undefined => {
      const there = versions.filter(({ from = '' }) => date === undefined || from <= date)
      const newest = there.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1)
      return newest && say(newest)
    }
    for (const value of new Set(versions.map(say))) {
      const key = plainFigure(value)
      // A single figure, or a word for one, counts many things.
      const figure = { name, words: isSmall(key) ? [...words, ...subjectOf(name)] : words, value, current }
      facts.set(key, [...(facts.get(key) ?? []), figure])
    }
  }
  const forms = [...facts.keys()].sort((a, b) => b.length - a.length).map(formOf)
  const pattern = forms.length === 0 ? undefined : new RegExp(`(?:${forms.join('|')})(?![\\p{L}\\d]|[.,]\\d)`, 'giu')
  return { pattern, facts }
})

/** `2,500`, `2 500` and `2.500` are one. */
const plainFigure = (value: string): string =>
  /^\d{1,3}(?:[.,'’ \u00A0\u202F]\d{3})*$/.test(value) ? value.replace(/\D/g, '') : value.toLowerCase()

/** A figure with what may stand between its groups; a word as it is. */
const formOf = (key: string): string =>
  /^\d{4,}$/.test(key)
    ? key.replace(/\B(?=(?:\d{3})+$)/g, "[.,'’ \\u00A0\\u202F]?")
    : key.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const isSmall = (key: string): boolean => /^\d$|^\p{L}+$/u.test(key)

/** The beginnings of the words that a fact's name ends with: `employ` of `acme.employees`. */
const wordsOf = (name: string): string[] =>
  (name.split('.').at(-1) ?? '')
    .split(/[-_ ]+/)
    .filter((word) => word.length >= shortest)
    .map((word) => word.toLowerCase().slice(0, Math.max(shortest, word.length - 2)))

const subjectOf = (name: string): string[] => name.toLowerCase().split('.').slice(0, -1)

/** Whether a year stands near: the figure is said to be of then. */
const isDated = (text: string, start: number, end: number): boolean =>
  /(?<!\d)(?:19|20)\d\d(?!\d)/.test(
    `${text.slice(Math.max(0, start - 2 * after), start)} ${text.slice(end, end + after)}`,
  )

/** The words beside a figure, as far as its clause goes. */
const clauseAround = (text: string, start: number, end: number): string => {
  const left = text.slice(Math.max(0, start - before), start).replace(/^[\s\S]*[.,;:!?](?=\s)/, '')
  const right = text.slice(end, end + after).replace(/[.,;:!?](?=\s)[\s\S]*$/, '')
  return `${left} ${right}`.toLowerCase()
}
