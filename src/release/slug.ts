import { fallbacks, type Language } from '../press-room/language.ts'
import { isSlug } from './read.ts'

/** Long enough to tell a release from others, short enough for an address and for every file system. */
const longest = 70

/** Where readers of a language expect other letters than the ones that lie nearest: ö is oe in Cologne, and o in Turku. */
const byLanguage: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: { ä: 'ae', ö: 'oe', ü: 'ue' },
  da: { å: 'aa', ø: 'oe' },
  nb: { å: 'aa', ø: 'oe' },
  nn: { å: 'aa', ø: 'oe' },
  no: { å: 'aa', ø: 'oe' },
  uk: { г: 'h', и: 'y', ї: 'yi', х: 'kh' },
}

/** Letters that are read as vowels, and signs that are not read at all; the table of any-ascii has them the other way round. */
const always: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ى: 'a',
  ة: 'a',
  ع: 'a',
  ש: 'sh',
  ь: '',
  ъ: '',
}

/** Languages in which an apostrophe stands between two words; in others it stands within one. */
const elides = new Set(['ca', 'fr', 'it'])

/**
 * A text in any script as the name of a file and of an address: `Größe` in German is `groesse`, `北京` is `bei-jing`. Letters of other
 * scripts become Latin ones, letter by letter, which is stable and not always how they are spoken. At most 70 characters, cut between
 * words; never empty, and always a slug that `readRelease` accepts.
 */
export async function slugFrom(text: string, language: Language = 'en'): Promise<string> {
  const { default: anyAscii } = await import('any-ascii')
  const own = fallbacks(language)
    .map((tag) => byLanguage[tag])
    .find((one) => one !== undefined)
  const latin = [...text.normalize('NFC').toLowerCase()]
    .map((letter) => {
      const known = own?.[letter] ?? always[letter]
      if (known !== undefined) return known
      // A character that is a word or a syllable of its own stands apart.
      return /\p{Script=Han}|\p{Emoji_Presentation}/u.test(letter) ? ` ${anyAscii(letter)} ` : anyAscii(letter)
    })
    .join('')
  const words = latin
    .toLowerCase()
    .replaceAll("'", elides.has(language.split('-')[0] ?? '') ? ' ' : '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  return asSlug(fitting(words))
}

/** As many words as fit; a first one that is too long by itself is cut. */
function fitting(words: readonly string[]): string {
  const [first = '', ...others] = words
  let slug = first.slice(0, longest)
  for (const word of others) {
    if (slug.length + 1 + word.length > longest) break
    slug += `-${word}`
  }
  return slug
}

/** Nothing is left of `!!!`, and Windows keeps `con` for a device. */
const asSlug = (slug: string): string => (slug === '' ? 'release' : isSlug(slug) ? slug : `release-${slug}`)
