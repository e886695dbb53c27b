import { saysNothing } from '../empty-link.ts'
import { decoded } from './entities.ts'
import { readOut } from './nameless-link.ts'
import { longestLine, longWord } from './narrow-screen.ts'
import { charactersALine, isParagraph, lineHeight, wide } from './tall-block.ts'
import { valueOf, type Tag } from './tags.ts'
import { contactIn } from './unlinked-contact.ts'
import type { Way, Ways } from './ways.ts'

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

/** What comes of a mail as one family of clients reads it, tag by tag. */
export class Reading {
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
