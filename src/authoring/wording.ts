import { fallbacks, type Language } from '../press-room/language.ts'
import { ar } from './wordings/ar.ts'
import { en } from './wordings/en.ts'
import { es } from './wordings/es.ts'
import { fr } from './wordings/fr.ts'
import type { Wording } from './wordings/shape.ts'

const wordings: Readonly<Record<string, Wording>> = { ar, en, es, fr }

/** The wording of a language; English where there is none. */
export const wordingOf = (language: Language): Wording =>
  fallbacks(language).flatMap((tag) => (Object.hasOwn(wordings, tag) ? (wordings[tag] ?? []) : []))[0] ?? en
