import { decoded } from './entities.ts'
import { Reading } from './reading.ts'
import { isForWord, knownTags, readTag, valueOf, type Tag } from './tags.ts'
import type { Way, Ways } from './ways.ts'

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
 * not written as it will be read: a tag without its other half, a block in a paragraph, an element that mail does not have, a letter
 * that is lost.
 */
export function skim(body: string, ways: Ways): Skim | undefined {
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
    const isEnd = body.charCodeAt(start + 1) === slash
    if (isEnd && innermost && standsAt(body, start, innermost.endTag)) {
      if (!close(innermost.name)) return undefined
      at = start + innermost.endTag.length
      continue
    }
    const usual = isEnd ? undefined : usualAt(innermost, body, start)
    let tag = usual ?? knownTags.get(body.slice(start, body.indexOf('>', start) + 1))
    if (tag) {
      at = start + tag.typed.length
      if (!usual && !isEnd && innermost && innermost.usual.length < mostUsual) innermost.usual.push(tag)
    } else {
      token.lastIndex = start
      const match = token.exec(body)
      if (!match || strange.test(match[0])) return undefined
      at = token.lastIndex
      const [all, condition, revealed, revealedEnd, hiddenEnd, end, typed] = match
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
      tag = readTag(all, end === '/', typed.toLowerCase())
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
    if (strange.test(raw)) return false
    const text = decoded(raw)
    return text !== undefined && (!inPage || page.say(text)) && (!inWord || word.say(text))
  }
}

function usualAt(way: Way | undefined, body: string, start: number): Tag | undefined {
  if (way)
    for (const tag of way.usual) {
      // Most of those that it is not are longer or shorter.
      const last = start + tag.typed.length - 1
      if (body.charCodeAt(last) === tagEnd && standsAt(body, start, tag.typed)) return tag
    }
  return undefined
}

const mostUsual = 6
/** Letters that are lost, as `utf-8` says of them, and what the parser takes out. */
const strange = /[\0\u0080-\u009f\ufffd]/
const [slash, tagEnd] = ['/'.charCodeAt(0), '>'.charCodeAt(0)]

/** `startsWith`, which V8 does letter by letter: a slice is compared as a whole. */
export const standsAt = (text: string, at: number, part: string): boolean => text.slice(at, at + part.length) === part

const isBlank = (text: string): boolean => text === '\n' || /^[ \t\n\r\f]*$/.test(text)
