import type { LayoutCache } from '../../template/cache.ts'
import { runRules } from '../rule.ts'
import { parseEmail, type Email } from './email.ts'
import { decoded } from './entities.ts'
import { density, frameOf, isFull, keepFrame, learn, type Frame } from './frame.ts'
import { enough } from './gmail-clipping.ts'
import type { EmailFinding } from './index.ts'
import { longestPreheader } from '../../formats/email/preheader.ts'
import { preheaderLength, shortestPreheader } from './preheader.ts'
import { rules, type EmailCode } from './rules.ts'
import type { EmailRule } from './rule.ts'
import { skim, standsAt, type Skim } from './skim.ts'
import { tallest } from './tall-block.ts'
import { minimum, smallest } from './text-size.ts'
import { lost } from './utf-8.ts'

export interface QuickLint {
  (file: string, html: string, subject?: string): EmailFinding[]
  /** Keeps what was learned of the mails, where there is a cache for it. */
  keep(): void
}

const wholeRules = (rules as readonly EmailRule<EmailCode>[]).filter(({ reads }) => reads === 'whole')
const lookAtWhole = new Set(wholeRules.map(({ code }) => code))

/**
 * `lintEmail` for many mails of few layouts, with the same answers: the mails of a press room are made of the same parts, and a part in
 * which nothing was found is not looked at again, nor in another run where it can be kept. A mail that has something new, or that
 * cannot be skimmed, is looked at as a whole. What is known already, such as a fault of the layout, is left out; `isKnown` must go on to
 * say so.
 */
export function quickLint(cache?: LayoutCache, isKnown: (finding: EmailFinding) => boolean = () => false): QuickLint {
  const frames: Frame[] = []
  /** Whether nothing was left out: what was learned of a mail holds for any run. */
  let isWhole = true
  const news = (found: EmailFinding[]): EmailFinding[] => {
    const left = found.filter((one) => !isKnown(one))
    isWhole &&= left.length === found.length
    return left
  }
  const lint = (email: Email): EmailFinding[] => news(runRules<Email, EmailCode>(rules, email))
  const look = (file: string, html: string, subject?: string): EmailFinding[] => {
    const email = (): Email => parseEmail(file, new TextEncoder().encode(html), subject)
    const parts = cut(html, frames[0])
    if (!parts) return lint(email())
    const frame = frameFor(parts)
    const isPlain = frame.isPlain && (frame.hasDensity || !html.includes(density))
    const seen = isPlain ? skim(parts.body, frame.ways) : undefined
    if (!seen) return lint(email())
    if (!isSubset(seen.traits, frame.fine)) {
      const read = email()
      const found = lint(read)
      const isFirstFine = !found.some(({ code }) => code === 'preheader')
      if (found.every(({ code }) => lookAtWhole.has(code)))
        learn(frame, seen, read, html.length - parts.body.length, isFirstFine)
      return found
    }
    // A character of a string is three bytes at most.
    const most = frame.bytes + 3 * (parts.title.length + parts.body.length)
    const size = most <= enough ? most : Buffer.byteLength(html)
    if (size <= enough && isFine(seen, frame, parts.title, subject)) return []
    return news(runRules(wholeRules, email()))
  }
  const keep = (): void => {
    if (cache && isWhole && frames.length < mostFrames) for (const frame of frames) keepFrame(frame, cache)
  }
  return Object.assign(look, { keep })

  /** What is known of mails with such a head. The one that was asked for last stands first. */
  function frameFor({ before, after }: Parts): Frame {
    const at = frames.findIndex((one) => one.before === before && one.after === after)
    const [known] = at === -1 ? [] : frames.splice(at, 1)
    const frame = known && !isFull(known) ? known : frameOf(before, after, cache)
    frames.unshift(frame)
    if (frames.length > mostFrames) frames.pop()
    return frame
  }
}

/** More heads than a press room has languages. Where each mail has one of its own, such as its address, what is known of others is of no use. */
const mostFrames = 50

function isSubset(some: ReadonlySet<number>, all: ReadonlySet<number>): boolean {
  for (const one of some) if (!all.has(one)) return false
  return true
}

interface Parts {
  /** What stands before the words of the title, and from there to the body. */
  readonly before: string
  readonly after: string
  readonly title: string
  readonly body: string
}

/** A mail at its title and its body. Where the last one had the same head, nothing of that is searched or copied. */
function cut(html: string, last: Frame | undefined): Parts | undefined {
  const isSame = last !== undefined && standsAt(html, 0, last.before)
  const title = isSame ? last.before.length : html.indexOf('<title>') + '<title>'.length
  const end = html.indexOf('</title>', title)
  if (title < '<title>'.length || end === -1) return undefined
  if (isSame && standsAt(html, end, last.after)) {
    const { before, after } = last
    return { before, after, title: html.slice(title, end), body: html.slice(end + after.length) }
  }
  const body = html.indexOf('<body', end)
  if (body === -1) return undefined
  return {
    before: html.slice(0, title),
    after: html.slice(end, body),
    title: html.slice(title, end),
    body: html.slice(body),
  }
}

/** Whether no rule that looks at the whole has anything to say of a mail; `false` is a maybe. */
function isFine(seen: Skim, frame: Frame, typedTitle: string, subject: string | undefined): boolean {
  const title = decoded(typedTitle)?.replace(/\s+/g, ' ').trim()
  const label = seen.label?.replace(/\s+/g, ' ').trim()
  if (
    !title ||
    lost.test(typedTitle) ||
    (subject !== undefined && title !== subject.replace(/\s+/g, ' ').trim()) ||
    label !== title
  )
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
