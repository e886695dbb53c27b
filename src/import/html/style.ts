import type { Script } from '../script.ts'

/** What CSS says of a stretch, as far as it matters here. */
export interface Css {
  readonly strong?: boolean
  readonly emphasis?: boolean
  readonly strike?: boolean
  readonly hidden?: boolean
  readonly script?: Script
}

const scripts: Readonly<Record<string, Script>> = { super: 'super', sub: 'sub', baseline: 'baseline' }

/** Reads declarations, such as those that Google Docs puts in place of every `<b>` and `<i>`. */
export function cssOf(declarations: string): Css {
  const value = (name: string): string | undefined =>
    new RegExp(`(?:^|[;\\s{])${name}\\s*:\\s*([^;}]+)`, 'i').exec(declarations)?.[1]?.trim().toLowerCase()
  const weight = value('font-weight')
  const slant = value('font-style')
  const line = value('text-decoration') ?? value('text-decoration-line')
  const script = scripts[value('vertical-align') ?? '']
  const hidden = value('display') === 'none' || value('visibility') === 'hidden' || value('mso-hide') === 'all'
  return {
    ...(weight !== undefined && { strong: weight.startsWith('bold') || Number(weight) >= 600 }),
    ...(slant !== undefined && { emphasis: /^(?:italic|oblique)/.test(slant) }),
    ...(line?.includes('line-through') && { strike: true }),
    ...(hidden && { hidden }),
    ...(script && { script }),
  }
}

/** The declarations of rules for one class or one element alone, by `.class` and `element`; Google Docs writes nothing else. */
export function simpleRules(sheets: readonly string[]): ReadonlyMap<string, Css> {
  const rules = new Map<string, Css>()
  for (const sheet of sheets)
    for (const [, selectors = '', declarations = ''] of sheet
      .replace(/\/\*[\s\S]{0,5000}?\*\//g, '')
      .matchAll(/([^{}]{1,500})\{([^{}]{0,2000})\}/g))
      for (const selector of selectors.split(',')) {
        const name = selector.trim().replace(/^(?:p|span|li|td|div)(?=\.)/, '')
        if (/^\.?[\w-]+$/.test(name)) rules.set(name, { ...rules.get(name), ...cssOf(declarations) })
      }
  return rules
}
