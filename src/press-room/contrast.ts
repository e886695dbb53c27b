/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

const hex = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i

/** Reads #rgb or #rrggbb; anything else is `undefined`. */
export function parseHex(text: string): Rgb | undefined {
  if (!hex.test(text)) return undefined
  const digits = text.length === 4 ? text.replace(/[^#]/g, '$&$&') : text
  const channel = (start: number): number => Number.parseInt(digits.slice(start, start + 2), 16)
  return [channel(1), channel(3), channel(5)]
}

/** Writes #rrggbb in lower case; channels are rounded and kept within 0 and 255. */
export const hexOf = (rgb: Rgb): string =>
  `#${rgb
    .map((value) =>
      Math.min(255, Math.max(0, Math.round(value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** sRGB to linear light (IEC 61966-2-1). WCAG 2.2 prints 0.04045 as the threshold; no 8-bit colour lies between it and 0.03928. */
export const linear = (channel: number): number => {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Relative luminance by WCAG 2.2: 0 is black, 1 is white. */
const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

/**
 * The contrast of two colours by WCAG 2.2, from 1 to 21.
 * Throws a RangeError for what is not #rgb or #rrggbb.
 *
 * @example contrastRatio('#767676', '#fff') // 4.54
 */
export function contrastRatio(a: string, b: string): number {
  const [one, other] = [luminance(colour(a)), luminance(colour(b))]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/**
 * The colour on the way from one to another: share 0 is the first, 1 the second. Throws a RangeError like `contrastRatio`.
 *
 * @example mix('#000000', '#ffffff', 0.5) // '#808080'
 */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [colour(from), colour(to)]
  return hexOf([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share])
}

function colour(text: string): Rgb {
  const rgb = parseHex(text)
  if (!rgb) throw new RangeError(`No colour, "${text}"; write it as #rgb or #rrggbb`)
  return rgb
}
