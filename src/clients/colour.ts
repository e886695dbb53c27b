import { hexOf, parseHex, type Rgb } from '../press-room/contrast.ts'

/** A colour as mail writes it; `alpha` is 1 where it is opaque. */
export interface Colour {
  readonly rgb: Rgb
  readonly alpha: number
}

/** The sixteen names of HTML 4 and the few others that mail uses; every client knows them. */
// prettier-ignore
const names: Readonly<Record<string, string>> = {
  black: '#000000', silver: '#c0c0c0', gray: '#808080', grey: '#808080', white: '#ffffff', maroon: '#800000', red: '#ff0000',
  purple: '#800080', fuchsia: '#ff00ff', green: '#008000', lime: '#00ff00', olive: '#808000', yellow: '#ffff00', navy: '#000080',
  blue: '#0000ff', teal: '#008080', aqua: '#00ffff', orange: '#ffa500', pink: '#ffc0cb', brown: '#a52a2a', gold: '#ffd700',
  darkgray: '#a9a9a9', darkgrey: '#a9a9a9', lightgray: '#d3d3d3', lightgrey: '#d3d3d3', dimgray: '#696969', dimgrey: '#696969',
  whitesmoke: '#f5f5f5', darkblue: '#00008b', darkred: '#8b0000', darkgreen: '#006400', crimson: '#dc143c',
}

/** Reads #rgb, #rrggbb, `rgb()` and `rgba()` with commas, `transparent` and the usual names; anything else is `undefined`. */
export function parseColour(text: string): Colour | undefined {
  const word = text.trim().toLowerCase()
  if (word === 'transparent') return { rgb: [0, 0, 0], alpha: 0 }
  const hex = parseHex(Object.hasOwn(names, word) ? (names[word] ?? '') : word)
  if (hex) return { rgb: hex, alpha: 1 }
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*([\d.]+)\s*)?\)$/.exec(word)
  if (!parts) return undefined
  return { rgb: [Number(parts[1]), Number(parts[2]), Number(parts[3])], alpha: Number(parts[4] ?? 1) }
}

/** A colour laid over an opaque one, as #rrggbb. */
export const over = ({ rgb, alpha }: Colour, ground: string): string => {
  const below = parseHex(ground) ?? [255, 255, 255]
  const channel = (i: 0 | 1 | 2): number => below[i] + (rgb[i] - below[i]) * alpha
  return hexOf([channel(0), channel(1), channel(2)])
}

const colours = /#[0-9a-f]{3,8}\b|rgba?\([^)]*\)|\b[a-z]{3,12}\b(?!\s*\()/gi

/** Puts another colour in the place of each that stands in a CSS value, such as a border's or a background's. */
export const replaceColours = (value: string, change: (hex: string) => string): string =>
  /url\(/i.test(value)
    ? value
    : value.replace(colours, (word) => {
        const colour = parseColour(word)
        return colour && colour.alpha > 0 ? change(over(colour, '#ffffff')) : word
      })
