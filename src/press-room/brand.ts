import * as v from 'valibot'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import { fields, integer, json, optional } from '../source/schema.ts'
import type { SourceText } from '../source/text.ts'
import type { Yaml } from '../source/yaml.ts'
import { contrastRatio, mix } from './contrast.ts'

const colour = (about: string) =>
  v.pipe(
    v.string('expected a colour'),
    v.check(
      (text) => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text),
      (issue) => `No colour, "${issue.input}"; write it as "#1b4b8f", in quotation marks`,
    ),
    v.transform((text) => (text.length === 4 ? text.replace(/[^#]/g, '$&$&') : text).toLowerCase()),
    v.description(about),
    json({ type: 'string', pattern: '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$' }),
  )

const font = (about: string) =>
  v.pipe(
    v.string('expected a font'),
    v.check(
      (name) => /^[\p{L}\p{N} _-]+$/u.test(name),
      'expected the name of one font; letters, digits and spaces only',
    ),
    v.description(about),
    json({ type: 'string' }),
  )

/** A path, which Windows writes with backslashes. */
const path = (about: string) =>
  v.pipe(
    v.string('expected a path'),
    v.transform((typed) => typed.replaceAll('\\', '/')),
    v.description(about),
    json({ type: 'string' }),
  )

const palette = {
  accent: optional(colour('Links and the one rule')),
  text: optional(colour('The text')),
  muted: optional(colour('Captions, dates and labels')),
  background: optional(colour('Behind the text')),
  tint: optional(colour('Behind boilerplate and contacts')),
}

export const brandFields = fields({
  ...palette,
  dark: optional(fields(palette)),
  logo: optional(
    v.union([
      path('A picture, by its path from the press room'),
      fields({
        light: path('The logo for a light background, by its path from the press room'),
        dark: optional(path('The logo for a dark background')),
        // No wider than where it stands in the email.
        width: optional(integer(1, 552, 'The width at which it is shown, 1 to 552 pixels')),
      }),
    ]),
  ),
  fonts: optional(
    fields({
      text: optional(font('The font of the text')),
      headings: optional(font('The font of headline and headings')),
    }),
  ),
})
export type BrandFile = v.InferOutput<typeof brandFields>

export interface Palette {
  readonly accent: string
  readonly text: string
  readonly muted: string
  readonly background: string
  readonly tint: string
  /** Thin lines; nothing is read in this colour. */
  readonly rule: string
}

export interface Logo {
  /** Paths from the press room's root. */
  readonly light: string
  readonly dark: string | undefined
  readonly width: number | undefined
}

/** Colours, fonts and logo, complete: every text colour is at least 4.5:1 on every ground it stands on. */
export interface Brand {
  readonly light: Palette
  readonly dark: Palette
  readonly logo: Logo | undefined
  readonly fonts: { readonly text: string; readonly headings: string }
}

const light = { accent: '#1b4b8f', text: '#1f2328', muted: '#565d66', background: '#ffffff', tint: '#f4f5f7' }
const dark = { text: '#e6e8eb', muted: '#a6adb6', background: '#16181c', tint: '#202329' }

/** WCAG 2.2, success criterion 1.4.3 (AA), text of any size. */
export const minimumContrast = 4.5

/** Completes a brand. A dark palette that is not given is made from the light one, its accent lightened until it can be read. */
export function brandOf(file: BrandFile = {}): Brand {
  const day = { ...light, ...palettePart(file) }
  const night = { ...dark, ...palettePart(file.dark ?? {}) }
  const accent = night.accent ?? readable(day.accent, [night.background, night.tint], '#ffffff')
  return {
    light: { ...day, rule: mix(day.background, day.text, 0.16) },
    dark: { ...night, accent, rule: mix(night.background, night.text, 0.2) },
    logo: logoOf(file.logo),
    fonts: { text: stack(file.fonts?.text ?? 'Georgia'), headings: stack(file.fonts?.headings ?? 'Helvetica') },
  }
}

const palettePart = (file: Partial<Record<keyof typeof palette, string>>) => {
  const { accent, text, muted, background, tint } = file
  return {
    ...(accent && { accent }),
    ...(text && { text }),
    ...(muted && { muted }),
    ...(background && { background }),
    ...(tint && { tint }),
  } as { accent?: string; text?: string; muted?: string; background?: string; tint?: string }
}

function logoOf(logo: BrandFile['logo']): Logo | undefined {
  if (logo === undefined) return undefined
  if (typeof logo === 'string') return { light: logo, dark: undefined, width: undefined }
  return { light: logo.light, dark: logo.dark, width: logo.width }
}

/** A colour, moved towards another until it can be read on every one of the grounds. */
function readable(colour: string, grounds: readonly string[], towards: string): string {
  for (let step = 0; step <= 20; step++) {
    const moved = mix(colour, towards, step / 20)
    if (grounds.every((ground) => contrastRatio(moved, ground) >= minimumContrast)) return moved
  }
  return towards
}

const serifs = new Set([
  'Georgia',
  'Times New Roman',
  'Cambria',
  'Garamond',
  'Palatino',
  'Merriweather',
  'Charter',
  'Noto Serif',
])

/** The font with what stands in for it where it is missing: mail programs and phones have few. */
function stack(name: string): string {
  const quoted = /[^A-Za-z-]/.test(name) ? `'${name}'` : name
  if (serifs.has(name) || /serif/i.test(name.replace(/sans.?serif/i, ''))) return `${quoted}, 'Times New Roman', serif`
  return `${quoted}, Arial, sans-serif`
}

/** Black or white, whichever is farther from a colour. */
const away = (ground: string): string =>
  contrastRatio('#000000', ground) > contrastRatio('#ffffff', ground) ? '#000000' : '#ffffff'

function worstGround(colours: Palette, ink: 'text' | 'muted' | 'accent'): readonly ['background' | 'tint', number] {
  const [plain, tinted] = [contrastRatio(colours[ink], colours.background), contrastRatio(colours[ink], colours.tint)]
  return plain <= tinted ? ['background', plain] : ['tint', tinted]
}

/** Every text colour of the brand that cannot be read on one of its grounds, at the colour that the press room set. */
export function lowContrast(brand: Brand, file: BrandFile, yaml: Yaml, source: SourceText): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const mode of ['light', 'dark'] as const) {
    const colours = brand[mode]
    const given = (mode === 'light' ? file : file.dark) ?? {}
    const prefix = mode === 'light' ? ['brand'] : ['brand', 'dark']
    for (const ink of ['text', 'muted', 'accent'] as const) {
      const [ground, ratio] = worstGround(colours, ink)
      if (ratio >= minimumContrast) continue
      const blamed = given[ink] !== undefined || given[ground] === undefined ? ink : ground
      const message = `Too low contrast in ${mode} mode, ${ink} ${colours[ink]} on ${ground} ${colours[ground]}, ${ratio.toFixed(1)}:1, minimum ${minimumContrast}:1`
      const hint =
        blamed === ink
          ? `"${readable(colours[ink], [colours.background, colours.tint], away(colours[ground]))}" can be read as ${ink}`
          : `choose a ${ground} that is ${mode === 'light' ? 'lighter' : 'darker'}`
      found.push(diagnose(source, yaml.valueAt([...prefix, blamed]), 'low-contrast', message, { hint }))
    }
  }
  return found
}
