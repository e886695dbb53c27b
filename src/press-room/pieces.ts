import { digestOf } from '../source/stamp.ts'
import { fallbacks, readLanguage } from './language.ts'
import type { PressRoom } from './press-room.ts'

/**
 * A piece of the press room that releases are made from, by name: `settings`, `layouts`, `locale fr`, `contact ana`,
 * `fact icc.warrants`, `boilerplate about-the-icc`.
 */
export type Piece = string

/** What every release is made from, whatever it names. */
export const everywhere: readonly Piece[] = ['settings', 'layouts']

/** The same press room, which tells of every piece that is asked of it. */
export function noting(room: PressRoom, note: (piece: Piece) => void): PressRoom {
  const noted =
    <A extends string, T>(kind: string, ask: (name: A) => T) =>
    (name: A): T => {
      note(`${kind} ${name}`)
      return ask(name)
    }
  return {
    ...room,
    locale: noted('locale', room.locale),
    contact: noted('contact', room.contact),
    fact: noted('fact', room.fact),
    boilerplate: noted('boilerplate', room.boilerplate),
  }
}

/** Says of a piece whether it is still the same: its digest in this press room. */
export function digestsOf(room: PressRoom): (piece: Piece) => string {
  const known = new Map<Piece, string>()
  return (piece) => {
    const digest = known.get(piece) ?? digestOf(contentOf(piece, room))
    known.set(piece, digest)
    return digest
  }
}

function contentOf(piece: Piece, room: PressRoom): string {
  const [kind = '', name = ''] = piece.split(/ (.*)/s)
  switch (kind) {
    case 'contact':
      return JSON.stringify(room.contact(name))
    case 'fact':
      return JSON.stringify(room.fact(name))
    case 'boilerplate':
      return JSON.stringify(
        room.boilerplate(name).map(({ source: { file, text }, ...about }) => ({ ...about, file, text })),
      )
    case 'layouts':
      return filesOf(room, (path) => /templates\/(?:html|email|text)\//.test(path))
    case 'locale': {
      const language = readLanguage(name)
      const tags = language === undefined ? [name] : [...fallbacks(language), 'en']
      return filesOf(room, (path) => {
        const tag = /templates\/locales\/([^/]+)\.ya?ml$/.exec(path)?.[1]
        return tag !== undefined && tags.includes(readLanguage(tag) ?? tag)
      })
    }
    default:
      return filesOf(room, (path) => !/\.(?:md|hbs|mjml|css|ya?ml)$/.test(path) || path === 'press.yaml')
  }
}

const filesOf = ({ known }: PressRoom, wanted: (path: string) => boolean): string =>
  [...known]
    .filter(([path]) => wanted(path))
    .map(([path, { digest }]) => `${path} ${digest}`)
    .join('\n')
