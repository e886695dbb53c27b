import { runRules } from '../rule.ts'
import { parseEmail, type Email } from './email.ts'
import { decoded } from './entities.ts'
import { enough } from './gmail-clipping.ts'
import type { EmailFinding } from './index.ts'
import { paints } from './paint.ts'
import { longestPreheader, preheaderLength, shortestPreheader } from './preheader.ts'
import { rules, type EmailCode } from './rules.ts'
import type { EmailRule } from './rule.ts'
import { skim, type Skim, type Trunks } from './skim.ts'
import { tallest } from './tall-block.ts'
import { minimum, smallest } from './text-size.ts'
import { newWays } from './ways.ts'

/** What is known of the mails with one head. */
interface Frame extends Trunks {
  /** Whether nothing in it turns on what the quick way leaves out. */
  readonly isPlain: boolean
  /** The traits of mails in which the rules found nothing. */
  readonly fine: Set<number>
  /** In px, the size of words by their way; nothing of those that are hidden. */
  readonly sizes: Map<number, number>
  /** The ways of preheaders that are well made, whatever they say. */
  readonly preheaders: Set<number>
}

export type QuickLint = (file: string, html: string, subject?: string) => EmailFinding[]

const wholeRules = (rules as readonly EmailRule<EmailCode>[]).filter(({ reads }) => reads === 'whole')
const isWhole = new Set(wholeRules.map(({ code }) => code))

/** More ways than any layout has: from here on it begins anew, so that memory does not grow. */
const mostWays = 20_000

/**
 * `lintEmail` for many mails of few layouts, with the same answers: the mails of a press room are made of the same parts, and a part in
 * which nothing was found is not looked at again. A mail that has something new, or that cannot be skimmed, is looked at as a whole.
 * What is known already, such as a fault of the layout, is left out; `isKnown` must go on to say so.
 */
export function quickLint(isKnown: (finding: EmailFinding) => boolean = () => false): QuickLint {
  const lint = (email: Email): EmailFinding[] => runRules<Email, EmailCode>(rules, email).filter((one) => !isKnown(one))
  let ways = newWays()
  const frames = new Map<string, Frame>()
  return (file, html, subject) => {
    const bytes = (): Uint8Array => new TextEncoder().encode(html)
    const parts = cut(html)
    if (!parts) return lint(parseEmail(file, bytes(), subject))
    if (ways.size > mostWays) {
      ways = newWays()
      frames.clear()
    }
    const key = parts.head.join('\0')
    let frame = frames.get(key)
    if (!frame) {
      frame = newFrame(parts.head, html)
      frames.set(key, frame)
    }
    const seen = frame.isPlain ? skim(parts.body, ways, frame) : undefined
    if (!seen) return lint(parseEmail(file, bytes(), subject))
    if (![...seen.traits].every((trait) => frame.fine.has(trait))) {
      const email = parseEmail(file, bytes(), subject)
      const found = lint(email)
      if (found.every(({ code }) => isWhole.has(code)))
        learn(frame, seen, email, html.length - parts.body.length, found)
      return found
    }
    const size = html.length * 3 <= enough ? html.length : Buffer.byteLength(html)
    if (size <= enough && !lost.test(html) && isFine(seen, frame, parts.title, subject)) return []
    return runRules(wholeRules, parseEmail(file, bytes(), subject)).filter((one) => !isKnown(one))
  }

  function newFrame([before, after]: Parts['head'], html: string): Frame {
    const head = before + after
    const isPlain =
      !/\[\s*(?:href|src|alt|aria-label)\b|charset=(?!["']?utf-8)/i.test(head) &&
      (head.includes('PixelsPerInch') || !html.includes('PixelsPerInch'))
    const trunks = { page: ways.root(), word: ways.root() }
    return { ...trunks, isPlain, fine: new Set(), sizes: new Map(), preheaders: new Set() }
  }
}

/** What is left of letters that were read in the wrong encoding. */
const lost = /[\u0080-\u009f\ufffd]/

interface Parts {
  /** What stands before the words of the title, and from there to the body. */
  readonly head: readonly [before: string, after: string]
  readonly title: string
  readonly body: string
}

/** A mail at its title and its body. */
function cut(html: string): Parts | undefined {
  const title = html.indexOf('<title>') + '<title>'.length
  const end = html.indexOf('</title>', title)
  const body = html.indexOf('<body', end)
  if (title < '<title>'.length || end === -1 || body === -1) return undefined
  return {
    head: [html.slice(0, title), html.slice(end, body)],
    title: html.slice(title, end),
    body: html.slice(body),
  }
}

/** Keeps what a mail is made of, in which nothing was found but by rules that look at the whole. */
function learn(frame: Frame, seen: Skim, email: Email, start: number, found: readonly EmailFinding[]): void {
  for (const trait of seen.traits) frame.fine.add(trait)
  const sizes = new Map(
    paints(email, email.page, 'light').map(({ element, size }) => [element.sourceCodeLocation?.startOffset, size]),
  )
  for (const { at, way } of seen.shown) {
    const size = sizes.get(start + at)
    if (size !== undefined) frame.sizes.set(way, size)
  }
  if (seen.first?.text !== undefined && !found.some(({ code }) => code === 'preheader'))
    frame.preheaders.add(seen.first.way)
}

/** Whether no rule that looks at the whole has anything to say of a mail; `false` is a maybe. */
function isFine(seen: Skim, frame: Frame, typedTitle: string, subject: string | undefined): boolean {
  const title = decoded(typedTitle)?.replace(/\s+/g, ' ').trim()
  const label = seen.label?.replace(/\s+/g, ' ').trim()
  if (!title || (subject !== undefined && title !== subject.replace(/\s+/g, ' ').trim()) || label !== title)
    return false
  if (seen.h1 !== 1 || seen.hasTwins || seen.tallest > tallest) return false
  const { first } = seen
  if (first?.text === undefined || !first.text.includes('\u034f') || !frame.preheaders.has(first.way)) return false
  const length = preheaderLength(first.text)
  return length >= shortestPreheader && length <= longestPreheader && isLarge(seen, frame)
}

/** Whether a third of the words is in the size of a body, and none is too small. */
function isLarge({ shown }: Skim, { sizes }: Frame): boolean {
  let [large, all] = [0, 0]
  for (const { way, least, most } of shown) {
    const size = sizes.get(way)
    if (size === undefined) continue
    if (size < smallest) return false
    all += most
    if (size >= minimum) large += least
  }
  return large >= all / 3
}
