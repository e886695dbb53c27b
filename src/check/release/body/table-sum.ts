import { readNumber } from '../numbers.ts'
import { defineTextRule } from '../rule.ts'
import { tablesIn, type TypedCell } from '../tables.ts'

/** What the last row or column is called when it is the sum of the others. */
const total =
  /^(?:(?:grand |sub)?total|sum|totals|total (?:général|general)|somme|ensemble|suma|المجموع|الإجمالي|مجموع|إجمالي)$/iu
/** Figures, with a currency or a sign, and nothing else. */
const figures = /^[\s\p{Sc}+−-]*([\d٠-٩](?:[\d٠-٩.,٫٬\s'’\u00A0\u202F]*[\d٠-٩])?)[\s\p{Sc}\u00A0\u202F]*([%٪]?)$/u

interface Figure {
  readonly value: number
  readonly decimals: number
  readonly isPercent: boolean
}

export const tableSum = defineTextRule({
  code: 'table-sum',
  severity: 'warning',
  summary: 'Let the total of a table be the sum of its figures',
  why: 'Readers add up, above all those who want to find a mistake. Rounding is forgiven: half of the last digit for each figure.',
  rate: 'not measured: archives have lost their tables',
  languages: ['en', 'fr', 'es', 'ar'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n| Plant | 2025 | Share |\n|---|---:|---:|\n| Turku | 1,200.4 | 60% |\n| Oulu | 800.3 | 40.4% |\n| Total | 2,000.8 | 100% |\n',
      '---\nheadline: Acme opens a plant\n---\n\n| Plant | Rank | Price |\n|---|---|---|\n| Turku | n/a | $3 |\n| Oulu | 2 | $5 |\n| Total | 3 | $8 |\n| Average | | $4 |\n',
      '---\nheadline: Acme opens a plant\n---\n\n| Plant | 2024 | 2025 |\n|---|---|---|\n| Turku | 3 | 5 |\n| Oulu | −1 | 5 |\n| Total | 2 | 10 |\n',
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
    },
  },
  check({ prose, tag }, report) {
    const figureOf = ({ text }: TypedCell): Figure | undefined => {
      const [, typed = '', percent] = figures.exec(text) ?? []
      const value = typed === '' ? undefined : readNumber(typed, tag)
      if (value === undefined) return undefined
      const isNegative = /^[\s\p{Sc}]*[−-]/u.test(text)
      const decimals = String(value).split('.')[1]?.length ?? 0
      return { value: isNegative ? -value : value, decimals, isPercent: percent !== '' }
    }
    const compare = (sum: TypedCell, parts: readonly (TypedCell | undefined)[], where: string): void => {
      const said = figureOf(sum)
      const read = parts.map((cell) => cell && figureOf(cell))
      if (!said || read.length < 2) return
      let added = 0
      let decimals = said.decimals
      for (const figure of read) {
        if (!figure || figure.isPercent !== said.isPercent) return
        added += figure.value
        decimals = Math.max(decimals, figure.decimals)
      }
      const coarsest = Math.min(said.decimals, ...read.map((figure) => figure?.decimals ?? 0))
      const isExact = coarsest === 0 && decimals === 0 && !said.isPercent
      const forgiven = said.isPercent ? 1.001 : isExact ? 0.001 : ((read.length + 1) / 2) * 10 ** -coarsest + 0.001
      if (Math.abs(added - said.value) <= forgiven) return
      const rounded = Number(added.toFixed(decimals))
      report({
        message: `Total ${sum.text}, but the figures ${where} add up to ${rounded}`,
        hint: 'correct the total or a figure',
        at: [sum.start, sum.end],
      })
    }
    for (const { head, rows } of tablesIn(prose)) {
      const at = rows.findIndex(([first]) => first !== undefined && total.test(first.text))
      const isOnly = rows.filter(([first]) => first !== undefined && total.test(first.text)).length === 1
      if (at > 1 && isOnly)
        for (const [i, cell] of (rows[at] ?? []).entries())
          if (i > 0)
            compare(
              cell,
              rows.slice(0, at).map((row) => row[i]),
              'above',
            )
      const last = head.length - 1
      if (last > 2 && total.test(head[last]?.text ?? ''))
        for (const row of rows) {
          const cell = row[last]
          if (cell && row.length === head.length) compare(cell, row.slice(1, last), 'beside it')
        }
    }
  },
})
