import { holdsInWord } from '../../clients/conditional.ts'
import { saysNothing } from '../empty-link.ts'
import { decoded } from './entities.ts'
import { readOut } from './nameless-link.ts'
import { longestLine, longWord } from './narrow-screen.ts'
import { charactersALine, isParagraph, lineHeight, wide } from './tall-block.ts'
import { contactIn } from './unlinked-contact.ts'
import { oneOf, type Tag, type Way, type Ways } from './ways.ts'

/** What a quick look at a mail finds. */
export interface Skim {
  /** Its traits, each once: a way, and what of the words on it a rule could mind. */
  readonly traits: ReadonlySet<number>
  /** The elements but headings that show words of their own: where they begin, and at least and at most how many characters. */
  readonly shown: readonly {
    readonly at: number
    readonly way: number
    readonly least: number
    readonly most: number
  }[]
  /** The element with the first words, by its way, and what it says where it is hidden and holds nothing but text. */
  readonly first: { readonly way: number; readonly text: string | undefined } | undefined
  /** The aria-label of the first element that is an article. */
  readonly label: string | undefined
  readonly h1: number
  readonly hasTwins: boolean
  /** In px, more than it is: the tallest cell that stands in no other, as Word lays it out. */
  readonly tallest: number
}

const token =
  /<!--\[if ([^\]]*)\]>(\s*(?:<!)?-->)?|(<!--\s*<!\[endif\]-->)|(<!\[endif\]-->)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])(?:[^<>"]|"[^"]*")*>|</y

/**
 * Looks over the body of a mail, from its tag to its end, without a parser: once for all clients and once for Word. Nothing where it is
 * not written as it will be read: a tag without its other half, a block in a paragraph, an element that mail does not have.
 */
export function skim(body: string, ways: Ways): Skim | undefined {
  if (body.includes('\0')) return undefined
  const page = new Reading(ways, ways.page, false)
  const word = new Reading(ways, ways.word, true)
  const ids: string[] = []
  let label: string | undefined
  let h1 = 0
  let open: 'hidden' | 'revealed' | undefined
  let [inPage, inWord] = [true, true]
  let at = 0
  for (let start = body.indexOf('<'); start !== -1; start = body.indexOf('<', at)) {
    if (start > at && !say(body.slice(at, start))) return undefined
    const innermost = inPage ? page.innermost : word.innermost
    if (innermost && body.startsWith(innermost.endTag, start)) {
      if (!close(innermost.name)) return undefined
      at = start + innermost.endTag.length
      continue
    }
    let tag = usualAt(innermost, body, start) ?? knownTags.get(body.slice(start, body.indexOf('>', start) + 1))
    if (tag) {
      at = start + tag.typed.length
      if (innermost && innermost.usual.length < mostUsual && !innermost.usual.includes(tag)) innermost.usual.push(tag)
    } else {
      token.lastIndex = start
      const match = token.exec(body)
      if (!match) return undefined
      at = token.lastIndex
      const [all, condition, revealed, revealedEnd, hiddenEnd, slash, typed] = match
      if (typed === undefined) {
        if (condition !== undefined) {
          if (open) return undefined
          open = revealed === undefined ? 'hidden' : 'revealed'
          inPage = open === 'revealed'
          inWord = isForWord(condition)
        } else {
          if (open === undefined || open !== (hiddenEnd ? 'hidden' : revealedEnd ? 'revealed' : '')) return undefined
          open = undefined
          inPage = inWord = true
        }
        page.space()
        word.space()
        continue
      }
      tag = readTag(all, slash === '/', typed.toLowerCase())
    }
    if (!inPage && !inWord) continue
    if (tag.isEnd) {
      if (!close(tag.name)) return undefined
      continue
    }
    if (inPage) {
      if (tag.name === 'h1') h1++
      if (tag.id !== undefined) ids.push(tag.id)
      if (tag.isArticle) label ??= decoded(valueOf(tag.typed, 'aria-label') ?? '')
      if (!page.open(tag, start)) return undefined
    }
    if (inWord && !word.open(tag, start)) return undefined
  }
  if (open || !isBlank(body.slice(at)) || !page.isWhole || !word.isWhole) return undefined
  return {
    traits: new Set([...page.traits, ...word.traits]),
    shown: page.shown,
    first: page.first,
    label,
    h1,
    hasTwins: new Set(ids).size < ids.length,
    tallest: word.tallest,
  }

  function close(name: string): boolean {
    return (!inPage || page.close(name)) && (!inWord || word.close(name))
  }

  function say(raw: string): boolean {
    if (isBlank(raw)) {
      if (inPage) page.space()
      if (inWord) word.space()
      return true
    }
    const text = decoded(raw)
    return text !== undefined && (!inPage || page.say(text)) && (!inWord || word.say(text))
  }
}

function usualAt(way: Way | undefined, body: string, start: number): Tag | undefined {
  if (way) for (const tag of way.usual) if (body.startsWith(tag.typed, start)) return tag
  return undefined
}

const mostUsual = 6

/** Tags that were met, by their text, but for those with values of one mail: mails repeat few of them over and over. */
const knownTags = new Map<string, Tag>()
const mostTags = 5_000

const knownConditions = new Map<string, boolean>()

function isForWord(condition: string): boolean {
  const known = knownConditions.get(condition)
  if (known !== undefined) return known
  const holds = holdsInWord(condition)
  if (knownConditions.size < mostTags) knownConditions.set(condition, holds)
  return holds
}

function readTag(typed: string, isEnd: boolean, name: string): Tag {
  const tag = isEnd ? typed : oneOf(settled(typed, name))
  const id = tag.includes(' id="') ? (valueOf(tag, 'id') ?? '') : undefined
  const read = { typed, name, isEnd, settled: tag, id, isArticle: tag.includes(' role="article"') }
  // In one with a sign of its own end in a value, another would be found that begins alike.
  if (tag === typed && typed.indexOf('>') === typed.length - 1 && knownTags.size < mostTags) knownTags.set(typed, read)
  return read
}

/** An element that is open. */
interface Open {
  readonly way: Way
  readonly at: number
  text: string
  below: boolean
  children: number
  /** Whether text, if only a blank, stands among its children. */
  hasText: boolean
  /** Whether it is a table with headers of its own. */
  hasHeaders: boolean
  /** What a link holds: the ways of its elements, its words, and those of its pictures. */
  inside: string
  words: string
  alts: string
}

class Reading {
  readonly traits = new Set<number>()
  readonly shown: { at: number; way: number; least: number; most: number }[] = []
  first: { at: number; way: number; text: string | undefined } | undefined
  tallest = 0
  readonly #ways: Ways
  readonly #trunk: Way
  readonly #isWord: boolean
  readonly #stack: Open[] = []
  #link: Open | undefined
  #cells = 0
  #height = 0
  #ended = false

  constructor(ways: Ways, trunk: Way, isWord: boolean) {
    this.#ways = ways
    this.#trunk = trunk
    this.#isWord = isWord
  }

  get isWhole(): boolean {
    return this.#ended && this.#stack.length === 0
  }

  /** The element that is to end first. */
  get innermost(): Way | undefined {
    return this.#stack.at(-1)?.way
  }

  /** A blank, or a conditional comment, which is one to Word. */
  space(): void {
    const top = this.#stack.at(-1)
    if (top) top.hasText = true
    if (this.#link) this.#link.words += ' '
    if (this.#cells > 0) this.#height += lineHeight / charactersALine
  }

  say(text: string): boolean {
    const top = this.#stack.at(-1)
    if (!top || top.way.isFrameOfTable) return false
    top.hasText = true
    const below = text.trim() !== ''
    if (this.#isWord) {
      top.below ||= below
      if (this.#cells > 0)
        this.#height += ((text.length * (text.search(wide) === -1 ? 1 : 2)) / charactersALine) * lineHeight
      return true
    }
    top.text += top.text === '' ? text : ` ${text}`
    top.below ||= below
    if (this.#link) this.#link.words += text
    if (longWord(text) !== undefined || (!top.way.inLink && contactIn(text) !== undefined))
      this.traits.add(this.#ways.marked(top.way, text) * kinds)
    return true
  }

  open({ settled: tag, name, typed }: Tag, at: number): boolean {
    const up = this.#stack.at(-1)
    if (!up && (name !== 'body' || this.#ended)) return false
    if (up && name === 'body') return false
    const way = this.#ways.into(up?.way ?? this.#trunk, tag, name)
    if (way.isOdd) return false
    if (up) up.children++
    const one: Open = {
      way,
      at,
      text: '',
      below: false,
      children: 0,
      hasText: false,
      hasHeaders: false,
      inside: '',
      words: '',
      alts: '',
    }
    if (this.#link) {
      this.#link.inside += ` ${way.number}`
      if (name === 'img') this.#link.alts += ` ${decoded(valueOf(typed, 'alt') ?? '') ?? ''}`
    }
    if (this.#isWord) this.#measure(name, typed)
    if (name === 'th')
      for (let i = this.#stack.length - 1; i >= 0; i--) {
        const around = this.#stack[i]
        if (around?.way.name !== 'table') continue
        around.hasHeaders = true
        break
      }
    if (way.isVoid) this.#leave(one)
    else {
      this.#stack.push(one)
      if (name === 'a' && !this.#isWord) this.#link = one
    }
    return true
  }

  close(name: string): boolean {
    if (name === 'html') return this.#ended && this.#stack.length === 0
    const one = this.#stack.pop()
    if (one?.way.name !== name) return false
    if (name === 'td' && this.#isWord && --this.#cells === 0) {
      this.tallest = Math.max(this.tallest, this.#height)
      this.#height = 0
    }
    const up = this.#stack.at(-1)
    if (up) up.below ||= one.below
    else this.#ended = true
    this.#leave(one)
    return true
  }

  #leave(one: Open): void {
    const { way, text, below, hasHeaders, children, hasText, at } = one
    let kind = (below ? 4 : 0) + (hasHeaders ? 8 : 0)
    if (this.#isWord) kind += children === 0 || (children === 1 && !hasText) ? 1 : 0
    else if (text !== '') {
      const joined = text.trim()
      const least = spaces.test(joined) ? joined.replace(/\s+/g, ' ').length : joined.length
      if (/[^\s\p{Cf}]/u.test(joined)) {
        kind += 1
        if (!/^h[1-6]$/.test(way.name))
          this.shown.push({ at, way: way.number, least, most: text.length + children + 1 })
      }
      if (least > longestLine) kind += 2
      if (joined !== '' && (this.first === undefined || at < this.first.at))
        this.first = { at, way: way.number, text: way.isHidden && children === 0 ? text : undefined }
    }
    this.traits.add(way.number * kinds + kind)
    if (one !== this.#link) return
    this.#link = undefined
    const words = readOut(one.words, one.alts)
    const said = words === '' || saysNothing(words) ? words : 'words'
    this.traits.add(this.#ways.marked(way, `${one.inside} ${said}`) * kinds)
  }

  #measure(name: string, typed: string): void {
    if (name === 'td') this.#cells++
    if (this.#cells === 0) return
    if (isParagraph(name)) this.#height += lineHeight + 16
    if (name === 'img') this.#height += Number(valueOf(typed, 'height')) || 0
  }
}

/** Where several white spaces would be one. */
const spaces = /\s\s/
/** How many kinds of one way there are. */
const kinds = 16

const isBlank = (text: string): boolean => text === '\n' || /^[ \t\n\r\f]*$/.test(text)

const values = {
  href: / href="([^"]*)"/,
  src: / src="([^"]*)"/,
  alt: / alt="([^"]*)"/,
  id: / id="([^"]*)"/,
  height: / height="([^"]*)"/,
  'aria-label': / aria-label="([^"]*)"/,
} as const

const valueOf = (tag: string, name: keyof typeof values): string | undefined => values[name].exec(tag)?.[1]

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
