import { holdsInWord } from '../../clients/conditional.ts'

/** A tag as it is typed, and what there is to know of it. */
export interface Tag {
  readonly typed: string
  readonly name: string
  readonly isEnd: boolean
  /** The same without the values that differ from mail to mail and that no rule minds. */
  readonly settled: string
  readonly id: string | undefined
  readonly isArticle: boolean
}

/** Tags that were met, by their text, but for those with values of one mail: mails repeat few of them over and over. */
export const knownTags = new Map<string, Tag>()
const mostTags = 5_000

/** What there is to know of a tag. */
export function readTag(typed: string, isEnd: boolean, name: string): Tag {
  const tag = isEnd ? typed : oneOf(settled(typed, name))
  const id = tag.includes(' id="') ? (valueOf(tag, 'id') ?? '') : undefined
  const read = { typed, name, isEnd, settled: tag, id, isArticle: tag.includes(' role="article"') }
  // In one with a sign of its own end in a value, another would be found that begins alike.
  if (tag === typed && typed.indexOf('>') === typed.length - 1 && knownTags.size < mostTags) knownTags.set(typed, read)
  return read
}

const knownConditions = new Map<string, boolean>()

/** Whether Word takes a condition for true. */
export function isForWord(condition: string): boolean {
  const known = knownConditions.get(condition)
  if (known !== undefined) return known
  const holds = holdsInWord(condition)
  if (knownConditions.size < mostTags) knownConditions.set(condition, holds)
  return holds
}

const texts = new Map<string, string>()
/** The same text for texts that are equal: to find it in a map then takes no comparison letter by letter. */
export function oneOf(text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  if (texts.size < mostTexts) texts.set(text, text)
  return text
}
const mostTexts = 5_000

const values = {
  href: / href="([^"]*)"/,
  src: / src="([^"]*)"/,
  alt: / alt="([^"]*)"/,
  id: / id="([^"]*)"/,
  height: / height="([^"]*)"/,
  'aria-label': / aria-label="([^"]*)"/,
} as const

/** The value of an attribute, as it is typed. */
export const valueOf = (tag: string, name: keyof typeof values): string | undefined => values[name].exec(tag)?.[1]

/** Values that no rule minds, whatever they are. */
const ordinary = {
  a: [['href', /^(?:https?:\/\/[^/&\s]|mailto:[^&\s]|tel:\+?\d)[^\s]*$/]],
  img: [
    ['src', /^(?:https?:\/\/[^/&\s][^\s&?#]*\.(?:png|jpe?g|gif)|cid:[^&\s]+)$/],
    // A space inside, so that it is no name of a file.
    ['alt', /^[^&]*[^&\s]\s[^&\s][^&]*$/],
  ],
} as const

/** A start tag without the values that differ from mail to mail and that no rule minds. */
function settled(tag: string, name: string): string {
  let out = tag
  if (name === 'a' || name === 'img')
    for (const [attribute, pattern] of ordinary[name]) {
      const value = valueOf(tag, attribute)
      if (value !== undefined && pattern.test(value)) out = out.replace(values[attribute], ` ${attribute}="…"`)
    }
  return out.includes(' aria-label="') ? out.replace(values['aria-label'], ' aria-label="…"') : out
}
