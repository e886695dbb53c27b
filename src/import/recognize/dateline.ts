import { datesIn } from '../dates.ts'
import type { Reading, Recognizer } from '../draft.ts'
import { isText } from '../manuscript.ts'
import { cut, joined, textOf, trimmed } from '../runs.ts'
import { bodyStart } from './head.ts'
import { withDate } from './date.ts'

/** The dash that ends a dateline: any kind, with a space on one side at least. */
const dash = /\.?\s*(?:[—–―]|--?)\s*/g

const particles = 'de|del|la|le|les|el|los|las|of|the|am|an|der|upon|sur|sous|do|da|di|y|and|den|in'
const particle = new RegExp(`^(?:${particles})$`, 'i')
const word = "\\p{Lu}[\\p{L}\\p{M}.'’-]*"
const name = new RegExp(`^(?:${word}|(?:${particles})(?=\\s))(?:\\s+(?:${word}|${particles}))*$`, 'u')
const arabic = /^[\p{Script=Arabic}\p{M}]+(?:\s+[\p{Script=Arabic}\p{M}]+){0,3}$/u

/** A dateline that was broken into lines, as one: `Trondheim,` and below it `Norway — `. */
export const brokenDateline: Recognizer = (reading) => {
  const start = bodyStart(reading.blocks)
  const [before, block] = [reading.blocks[start - 1], reading.blocks[start]]
  if (!before || !block || !isText(before) || !isText(block) || !block.follows) return reading
  const text = textOf(before.runs)
  if (!/^\p{Lu}[\p{L}\p{M} .'’-]{1,30},$/u.test(text)) return reading
  const joint = { ...before, runs: joined([...before.runs, { text: ' ' }, ...block.runs]) }
  return { ...reading, blocks: [...reading.blocks.slice(0, start - 1), joint, ...reading.blocks.slice(start + 1)] }
}

/** Takes the place, and the date where it stands beside it, off the first paragraph: **The Hague** — , AUSTIN, May 2, 2017 – . */
export const dateline: Recognizer = (reading, { language }) => {
  const start = bodyStart(reading.blocks)
  const block = reading.blocks[start]
  if (!block || !isText(block)) return reading
  const text = textOf(block.runs)
  for (const { 0: typed, index } of text.slice(0, 140).matchAll(dash)) {
    const end = index + typed.length
    if (
      index === 0 ||
      (!/\s/.test(typed) && !/[—–―]/.test(typed)) ||
      (/^\s*-\s*$/.test(typed) && !/^\s-\s$/.test(typed))
    )
      continue
    const before = text
      .slice(0, typed.startsWith('.') ? index + 1 : index)
      .replace(/\s+/g, ' ')
      .trim()
    const [found] = datesIn(before, language)
    const apart = found ? before.slice(0, found.start) + before.slice(found.end) : before
    const bracket = /\((?:[^()]*\d[^()]*|\s*(?:le|el|den|am|il)?\s*)\)\s*$/.exec(apart)?.[0] ?? ''
    const around = apart.slice(0, apart.length - bracket.length)
    const place = placeOf(found ? around.replace(/[\s,،]*(?:le|el|den|am|il|the)?\s*$/u, '') : around)
    if (place === undefined && !(found && around.replace(/[\s,،()]/g, '') === '')) return reading
    const rest = trimmed(cut(block.runs, end))
    const blocks = reading.blocks.map((one, i) => (i === start ? { ...block, runs: rest } : one))
    const aside = `beside the place of the dateline the source has "${bracket.trim()}"`
    const base: Reading = {
      ...reading,
      blocks,
      remarks: [...reading.remarks, ...(/\d/.test(bracket) ? [{ text: aside, field: 'dateline' as const }] : [])],
      taken: [...reading.taken, { as: 'dateline' as const, text: text.slice(0, end).trim() }],
    }
    const dated = found ? withDate(base, found, before.slice(found.start, found.end), undefined) : base
    const { dateline: known } = dated.draft
    return place === undefined ? dated : { ...dated, draft: { ...dated.draft, dateline: known ?? place } }
  }
  return reading
}

/** Abbreviations that end in a full stop, as D.C. does: those of AP for the states, which stand before a dash. */
const abbreviation =
  /(?:\p{L}\.\p{L}|,\s*(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Va|Vt|Wash|Wis|Wyo))$/iu

/** The place as it is kept: without brackets, and not in capitals, which the house's style may put it in. */
function placeOf(typed: string): string | undefined {
  const bare = typed.replace(/^[\s(]+|[\s),،:.]+$/g, '').trim()
  const text = abbreviation.test(bare) && typed.includes(`${bare}.`) ? `${bare}.` : bare
  if (text === '' || text.length > 70) return undefined
  const parts = text.split(/\s*[,،]\s*|\s*\/\s*/)
  if (
    parts.length > 3 ||
    !parts.every((part) => (name.test(part) && part.split(/\s+/).length <= 5) || arabic.test(part))
  )
    return undefined
  return text.replace(/[^,،/]+/g, inSmallLetters)
}

/** THE HAGUE as The Hague, RIO DE JANEIRO as Rio de Janeiro; a part of three letters is an abbreviation, such as UAE. */
function inSmallLetters(part: string): string {
  if (/^\P{L}*(?:\p{L}[\p{M}.]*){1,3}\P{L}*$/u.test(part)) return part
  return part.replace(/\p{Lu}[\p{Lu}\p{M}'’]+(?![\p{L}\p{M}])/gu, (capitals, at: number) => {
    const [before, after] = [part.slice(0, at), part.slice(at + capitals.length)]
    if (particle.test(capitals) && before.trim() !== '' && /\p{L}/u.test(after)) return capitals.toLowerCase()
    const isShort = capitals.length < 3 && (before.trim() !== '' || !/^\.?\s+\p{Lu}{2}/u.test(after))
    return isShort ? capitals : capitals.charAt(0) + capitals.slice(1).toLowerCase()
  })
}
