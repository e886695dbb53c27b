export interface Declaration {
  readonly property: string
  readonly value: string
  readonly important: boolean
}

/** What a style attribute declares, in its order; a semicolon inside quotation marks or brackets ends nothing. */
export function declarations(style: string): Declaration[] {
  const found: Declaration[] = []
  for (const part of style.match(/(?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\)|["'(])+/g) ?? []) {
    const colon = part.indexOf(':')
    if (colon < 1) continue
    const property = part.slice(0, colon).trim().toLowerCase()
    const value = part.slice(colon + 1).trim()
    const important = /\s*!\s*important$/i
    found.push({ property, value: value.replace(important, ''), important: important.test(value) })
  }
  return found
}

export const printDeclarations = (list: readonly Declaration[]): string =>
  list.map(({ property, value, important }) => `${property}:${value}${important ? ' !important' : ''}`).join(';')

/** A length in px, where it can be told: px, pt (96 to 72) and a bare 0. */
export function pixels(value: string | undefined): number | undefined {
  const [, number, unit] = /^\s*(-?\d*\.?\d+)(px|pt)?\s*$/i.exec(value ?? '') ?? []
  if (number === undefined || (unit === undefined && Number(number) !== 0)) return undefined
  return unit?.toLowerCase() === 'pt' ? (Number(number) * 4) / 3 : Number(number)
}
