import { nothingRead, type Context, type Reading, type Recognizer } from '../draft.ts'
import type { Block, Manuscript } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { folded, isStrong, plainRuns, textOf, unfolded, wordsOf } from '../runs.ts'
import { words } from '../fold-text.ts'
import { contacts, laidOut } from './contacts.ts'
import { date, dateElsewhere } from './date.ts'
import { brokenDateline, dateline } from './dateline.ts'
import { embargo, embargoElsewhere } from './embargo.ts'
import { endMark } from './end-mark.ts'
import { fromFields } from './from-fields.ts'
import { furniture } from './furniture.ts'
import { bodyStart } from './head.ts'
import { headline, repeatedHeadline } from './headline.ts'
import { parts } from './parts.ts'
import { releaseLine } from './release-line.ts'

/** In this order: what is surest first, so that less is left to be taken for something else. */
const recognizers: readonly Recognizer[] = [
  fromFields,
  furniture,
  embargo,
  releaseLine,
  endMark,
  parts,
  date,
  contacts,
  brokenDateline,
  headline,
  repeatedHeadline,
  dateline,
  subjectOfMail,
  dateElsewhere,
  embargoElsewhere,
]

/** Recognizes the parts of a release in a manuscript. What is no part of one is left as its text. */
export function recognize(manuscript: Manuscript, context: Context): Reading {
  const start = bodyStart(manuscript.blocks)
  const lines = manuscript.blocks
    .flatMap((block, i): Block[] => (block.kind === 'table' && i < start ? (laidOut(block) ?? [block]) : [block]))
    .flatMap((block): Block[] => (isText(block) ? unfolded(block) : [block]))
  const asides = manuscript.asides
  const remarks = manuscript.remarks.map((text) => ({ text }))
  let reading: Reading = { ...nothingRead, blocks: lines, asides, remarks }
  for (const recognizer of recognizers) reading = recognizer(reading, context)
  const finished = (blocks: readonly Block[]): Block[] =>
    withCodeMarked(withHeadings(folded(withoutOuterRules(blocks))))
  return { ...reading, blocks: finished(reading.blocks), tail: finished(reading.tail) }
}

/** The subject of a mail is the headline where the text has none. */
function subjectOfMail(reading: Reading, { fields }: Context): Reading {
  const subject = fields['mail subject']
  if (typeof subject !== 'string') return reading
  const { headline: known } = reading.draft
  if (known === undefined)
    return {
      ...reading,
      draft: { ...reading.draft, headline: subject },
      remarks: [...reading.remarks, { text: 'the headline is the subject of the mail', field: 'headline' }],
    }
  const said = new Set(words(known))
  if (words(subject).every((word) => said.has(word)))
    return { ...reading, taken: [...reading.taken, { as: 'repeated headline', text: subject }] }
  return { ...reading, asides: [...reading.asides, { what: 'the subject of the mail', text: subject }] }
}

/** A line that is drawn before or after everything separates nothing. */
function withoutOuterRules(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex(({ kind }) => kind !== 'rule')
  const last = blocks.findLastIndex(({ kind }) => kind !== 'rule')
  return first === -1 ? [] : blocks.slice(first, last + 1)
}

/** A short line in bold before a paragraph is a heading that was set by hand. */
const withHeadings = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, i) => {
    const next = blocks[i + 1]
    if (!isText(block) || block.kind !== 'paragraph' || !isStrong(block) || !next) return block
    const text = textOf(block.runs).trim()
    const isHeading =
      text.length <= 120 &&
      !/[.!?:,;…]$/.test(text) &&
      !text.includes('\n') &&
      isText(next) &&
      !isStrong(next) &&
      !block.quoted
    return isHeading ? { ...block, kind: 'heading', level: 2, runs: plainRuns(block.runs) } : block
  })

/** What Hugo and its like fill in when they build a page is nothing here but braces. */
const withCodeMarked = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] =>
    /\{\{|\{%/.test(wordsOf(block)) && block.kind !== 'remark'
      ? [{ kind: 'remark', text: 'this holds code of another system; write what it stands for' }, block]
      : [block],
  )
