import { readNumber } from '../numbers.ts'
import { defineTextRule } from '../rule.ts'
import { tablesIn, type TypedCell } from '../tables.ts'

/** What the last row or column is called when it is the sum of the others; with its unit in brackets, or without. */
const total =
  /^(?:(?:grand |sub)?total|sum|totals|total (?:général|general)|somme|ensemble|suma|المجموع|الإجمالي|مجموع|إجمالي)(?: ?\([^()]{1,20}\))?:?$/iu
/** `Total income`, `Total des recettes`, `Ingresos totales`: the sum, or one more key figure under others. */
const totalOfSomething =
  /^(?:(?:(?:grand )?total|somme|suma|مجموع|إجمالي)(?: [\p{L}\p{M}’'()£€$-]{1,20}){1,5}|[\p{L}\p{M}’'-]{1,20} (?:totales|totaux|total))$/iu
/** How far from what is said the figures may be for such a label to be taken for their sum: a slip is near, a key figure is not. */
const near = 0.1
/** `of which exports`: a part of the row above, which is in the sum already. */
const partOfRow =
  /^[\s–—•-]*(?:of which|dont|de (?:los|las) (?:cuales|que)|de ell[oa]s|منها|منهم|من بينها|من بينهم)[ \u00A0][^\s:]/iu
/** Heads of columns that nobody adds up. */
const rate =
  /(?<!\p{L})(?:rate|average|mean|median|taux|moyenne|médiane|tasa|promedio|media|mediana|(?:ال)?معدل|(?:ال)?متوسط)(?!\p{L})/iu
const percentSign = /[%٪]|\bper ?cent\b/iu
/** Figures, with a currency or a sign, and nothing else. */
const figures = /^[\s\p{Sc}+−-]*([\d٠-٩](?:[\d٠-٩.,٫٬\s'’\u00A0\u202F]*[\d٠-٩])?)[\s\p{Sc}\u00A0\u202F]*([%٪]?)$/u

interface Figure {
  readonly value: number
  readonly decimals: number
  readonly isPercent: boolean
  /** `+8.6%` is a change, and no share of anything. */
  readonly isSigned: boolean
}

type Cells = readonly (TypedCell | undefined)[]

export const tableSum = defineTextRule({
  code: 'table-sum',
  severity: 'warning',
  summary: 'Let the total of a table be the sum of its figures',
  why: 'Readers add up, above all those who want to find a mistake. Rounding is forgiven: half of the last digit for each figure. Percentages are added up where they are shares of a whole, not where they are rates or changes.',
  rate: 'not measured: archives have lost their tables',
  languages: ['en', 'fr', 'es', 'ar'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n| Plant | 2025 | Share |\n|---|---:|---:|\n| Turku | 1,200.4 | 60% |\n| Oulu | 800.3 | 40.4% |\n| Total | 2,000.8 | 100% |\n',
      '---\nheadline: Acme opens a plant\n---\n\n| Plant | Rank | Price |\n|---|---|---|\n| Turku | n/a | $3 |\n| Oulu | 2 | $5 |\n| Total | 3 | $8 |\n| Average | | $4 |\n',
      '---\nheadline: Acme opens a plant\n---\n\n| Plant | 2024 | 2025 |\n|---|---|---|\n| Turku | 3 | 5 |\n| Oulu | −1 | 5 |\n| Total | 2 | 10 |\n',
      '---\nheadline: Acme counts\n---\n\n| £m | 2025 | 2024 | Change |\n|---|---:|---:|---:|\n| Legacies | 30.1 | 28.0 | +7.5% |\n| Donations | 34.2 | 31.2 | +9.6% |\n| of which online | 10.0 | 8.0 | +25% |\n| **Total income** | **64.3** | **59.2** | **+8.6%** |\n',
      '---\nheadline: Acme counts\n---\n\n| Ward | Turnout | Change (%) | Pass rate |\n|---|---:|---:|---:|\n| North | 61% | 3 | 40 |\n| South | 58% | 1 | 50 |\n| Total | 59% | 2 | 46 |\n\n| Test | Passed |\n|---|---:|\n| Pump | 100% |\n| Valve | 100% |\n| Total | 100% |\n',
      '---\nheadline: Acme counts\n---\n\n| Key figures | 2025 |\n|---|---:|\n| Members | 1,200 |\n| Plants | 3 |\n| Total income | 5,000 |\n',
      '---\nheadline: Acme compte\nlanguage: fr\n---\n\n| Usine | 2025 |\n|---|---:|\n| Turku | 30 |\n| dont femmes | 12 |\n| Oulu | 20 |\n| Total | 50 |\n',
      '---\nheadline: Acme cuenta\nlanguage: es\n---\n\n| Planta | 2025 |\n|---|---:|\n| Turku | 30 |\n| de los cuales mujeres | 12 |\n| Oulu | 20 |\n| Total | 50 |\n',
      '---\nheadline: تحصي الشركة\nlanguage: ar\n---\n\n| المصنع | 2025 |\n|---|---:|\n| توركو | 30 |\n| منها صادرات | 12 |\n| أولو | 20 |\n| المجموع | 50 |\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\n| Plant | 2024 | 2025 |\n|---|---:|---:|\n| Turku | 34.2 | 35.4 |\n| Oulu | 22.3 | 25.6 |\n| **Total** | **56.5** | **63.0** |\n':
        '9:28 Total 63.0, but the figures above add up to 61',
      '---\nheadline: Acme opens a plant\n---\n\n| Plant | Men | Women | Total |\n|---|---:|---:|---:|\n| Turku | 30 | 20 | 50 |\n| Oulu | 10 | 20 | 40 |\n':
        '8:20 Total 40, but the figures beside it add up to 30',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\n| Usine | 2025 |\n|---|---:|\n| Turku | 1 200,5 |\n| Oulu | 800 |\n| Total | 2 100,5 |\n':
        '10:11 Total 2 100,5, but the figures above add up to 2000.5',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\n| المصنع | 2025 |\n|---|---:|\n| توركو | ١٬٢٠٠ |\n| أولو | ٨٠٠ |\n| المجموع | ٢٬١٠٠ |\n':
        '10:13 Total ٢٬١٠٠, but the figures above add up to 2000',
      '---\nheadline: Acme counts\n---\n\n| Plant | Share |\n|---|---:|\n| Turku | 60% |\n| Oulu | 45% |\n| Total | 100% |\n\n| Plant | Share |\n|---|---:|\n| Turku | 60% |\n| Oulu | 40% |\n| Total | 98% |\n':
        '9:11 Total 100%, but the figures above add up to 105\n15:11 Total 98%, but the figures above add up to 100',
      '---\nheadline: Acme counts\n---\n\n| Income | 2025 |\n|---|---:|\n| Legacies | 30.1 |\n| Donations | 34.2 |\n| **Total income** | **63.4** |\n\n| Income | 2025 |\n|---|---:|\n| Legacies | 30.1 |\n| Donations | 34.2 |\n| TOTAL (£m) | 46.3 |\n':
        '9:24 Total 63.4, but the figures above add up to 64.3\n15:16 Total 46.3, but the figures above add up to 64.3',
      '---\nheadline: Acme compte\nlanguage: fr\n---\n\n| Recettes | 2025 |\n|---|---:|\n| Dons | 30 |\n| Legs | 20 |\n| Total des recettes | 52 |\n':
        '10:24 Total 52, but the figures above add up to 50',
      '---\nheadline: Acme cuenta\nlanguage: es\n---\n\n| Ingresos | 2025 |\n|---|---:|\n| Donaciones | 30 |\n| Legados | 20 |\n| Ingresos totales | 52 |\n':
        '10:22 Total 52, but the figures above add up to 50',
      '---\nheadline: تحصي الشركة\nlanguage: ar\n---\n\n| الإيرادات | 2025 |\n|---|---:|\n| التبرعات | 30 |\n| الوصايا | 20 |\n| إجمالي الإيرادات | 52 |\n':
        '10:22 Total 52, but the figures above add up to 50',
    },
  },
  check({ prose, tag }, report) {
    const compare = (sum: TypedCell, parts: Cells, head: string, where: string, mustBeNear = false): void => {
      const said = figureIn(sum, tag, head)
      const read = parts.map((cell) => cell && figureIn(cell, tag, head))
      if (!said || read.length < 2 || rate.test(head)) return
      const figures = read.flatMap((figure) => (figure?.isPercent === said.isPercent ? [figure] : []))
      if (figures.length < read.length || (said.isPercent && !areShares(said, figures))) return
      const added = addedUp(figures)
      const off = Math.abs(added - said.value)
      if (off <= forgivenIn(said, figures) || (mustBeNear && off > near * Math.abs(said.value))) return
      const decimals = Math.max(said.decimals, ...figures.map((figure) => figure.decimals))
      report({
        message: `Total ${sum.text}, but the figures ${where} add up to ${Number(added.toFixed(decimals))}`,
        hint: 'correct the total or a figure',
        at: [sum.start, sum.end],
      })
    }
    for (const { head, rows } of tablesIn(prose)) {
      const [at, ...others] = rows.flatMap(([first], i) => (isTotal(first?.text ?? '') ? [i] : []))
      if (at !== undefined && at > 1 && others.length === 0) {
        const above = rows.slice(0, at).filter(([first]) => !partOfRow.test(first?.text ?? ''))
        const [label, ...sums] = rows[at] ?? []
        for (const [i, cell] of sums.entries()) {
          const parts = above.map((row) => row[i + 1])
          compare(cell, parts, head[i + 1]?.text ?? '', 'above', !total.test(label?.text ?? ''))
        }
      }
      const last = head.length - 1
      if (last > 2 && total.test(head[last]?.text ?? ''))
        for (const row of rows) {
          const cell = row[last]
          if (cell && row.length === head.length) compare(cell, row.slice(1, last), '', 'beside it')
        }
    }
  },
})

const isTotal = (label: string): boolean => total.test(label) || totalOfSomething.test(label)

/** The figure in a cell; a head such as `Change (%)` makes all of its column percentages. */
function figureIn({ text }: TypedCell, tag: string, head: string): Figure | undefined {
  const [, typed = '', percent] = figures.exec(text) ?? []
  const value = typed === '' ? undefined : readNumber(typed, tag)
  if (value === undefined) return undefined
  const sign = /^[\s\p{Sc}]*([+−-])/u.exec(text)?.[1]
  return {
    value: sign !== undefined && sign !== '+' ? -value : value,
    decimals: String(value).split('.')[1]?.length ?? 0,
    isPercent: percent !== '' || percentSign.test(head),
    isSigned: sign !== undefined,
  }
}

const addedUp = (all: readonly Figure[]): number => all.reduce((sum, { value }) => sum + value, 0)

/** Whether percentages are the shares of a whole: their total says 100, or they come to about that, and none of them is all of it. */
function areShares(said: Figure, parts: readonly Figure[]): boolean {
  if ([said, ...parts].some(({ isSigned }) => isSigned) || parts.some(({ value }) => value >= 100)) return false
  return said.value === 100 || Math.abs(addedUp(parts) - 100) <= forgivenShare
}

/** How far the shares of a whole may be from 100 by rounding. */
const forgivenShare = 1.001

/** How far a total may be from the sum of its parts: half of the last digit of each. */
function forgivenIn(said: Figure, parts: readonly Figure[]): number {
  if (said.isPercent) return forgivenShare
  const decimals = [said, ...parts].map((figure) => figure.decimals)
  const coarsest = Math.min(...decimals)
  return Math.max(...decimals) === 0 ? 0.001 : ((parts.length + 1) / 2) * 10 ** -coarsest + 0.001
}
