import { hexOf, linear, parseHex, type Rgb } from '../press-room/contrast.ts'

/** CIE Lab with the white point D65, and back: the space in which Outlook reckons its dark colours (its open-source editor). */
type Lab = readonly [lightness: number, a: number, b: number]

const cube = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
const uncube = (t: number): number => (t ** 3 > 216 / 24389 ? t ** 3 : (116 * t - 16) * (27 / 24389))

function toLab([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const x = cube((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = cube(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = cube((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const gamma = (share: number): number => 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055)

function fromLab([lightness, a, b]: Lab): Rgb {
  const middle = (lightness + 16) / 116
  const [x, y, z] = [0.9505 * uncube(middle + a / 500), uncube(middle), 1.089 * uncube(middle - b / 200)]
  return [
    gamma(Math.max(0, 3.2406 * x - 1.5372 * y - 0.4986 * z)),
    gamma(Math.max(0, -0.9689 * x + 1.8758 * y + 0.0415 * z)),
    gamma(Math.max(0, 0.0557 * x - 0.204 * y + 1.057 * z)),
  ]
}

/** The lightness of a #rrggbb from 0 to 100, as the eye takes it. */
export const lightness = (hex: string): number => toLab(parseHex(hex) ?? [255, 255, 255])[0]

/** Turns light into dark and dark into light and keeps the hue; white comes out with the lightness of the darkest ground. */
function invert(hex: string, darkest: number): string {
  const [light, a, b] = toLab(parseHex(hex) ?? [255, 255, 255])
  return hexOf(fromLab([(100 - light) * ((100 - darkest) / 100) + darkest, a, b]))
}

/** The colours that a client which forces dark mode puts in the place of an email's own, all #rrggbb. */
export interface Inversion {
  readonly ink: (hex: string) => string
  readonly ground: (hex: string) => string
}

/** Everything is inverted, also what was dark already: Gmail on iOS, Outlook for Windows. White becomes #121212. */
export const fullInversion: Inversion = { ink: (hex) => invert(hex, 5.5), ground: (hex) => invert(hex, 5.5) }

/** Light grounds are darkened and dark text is lightened, the rest stays: Outlook.com, Outlook on phones. White becomes #333. */
export const partialInversion: Inversion = {
  ink: (hex) => (lightness(hex) < 50 ? invert(hex, 21.2) : hex),
  ground: (hex) => (lightness(hex) > 50 ? invert(hex, 21.2) : hex),
}
