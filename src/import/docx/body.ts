import type { Aside, Block, Enclosure, Run, TextBlock } from '../manuscript.ts'
import { joined, textOf, trimmed } from '../runs.ts'
import { scripted } from '../script.ts'
import { below, child, childrenNamed, elements, textBelow, type Element } from '../xml.ts'
import { formulaText } from './formula.ts'
import { isMarkDeleted, joinedAtMarks } from './paragraph-marks.ts'
import type { Parts } from './parts.ts'
import { signOf } from './signs.ts'
import { listOf, lookOf, type Look, type Style } from './styles.ts'

/** What the reading of a part gathers beside its blocks. */
export interface Gathered {
  readonly pictures: Map<string, Enclosure>
  readonly asides: Aside[]
  /** Footnotes in the order of their marks, by part and id. */
  readonly notes: string[]
  /** Signs of symbol fonts that other fonts do not have, by font and code. */
  readonly unreadSigns: Set<string>
  /** How many stretches were put in, and taken out, by people whose changes nobody has accepted yet. */
  readonly changes: { inserted: number; deleted: number }
}

export interface Context {
  readonly parts: Parts
  /** The part that is read. */
  readonly part: string
  readonly style: (id: string | undefined) => Style | undefined
  readonly isNumbered: (id: string, level: number) => boolean
  readonly gathered: Gathered
}

/** What runs inside take over from where they stand. */
interface Within extends Look {
  readonly href?: string
}

/** Reads the blocks of a body, a cell, a footnote, a text box. */
export function readBlocks(parent: Element, context: Context): Block[] {
  const counters = new Map<string, number>()
  context.gathered.changes.deleted += elements(parent).filter(isMarkDeleted).length
  return joinedAtMarks(parent).flatMap((one): Block[] => {
    switch (one.name) {
      case 'w:p':
        return readParagraph(one, context, counters)
      case 'w:tbl':
        return readTable(one, context)
      case 'w:sdt':
        return readBlocks(child(one, 'w:sdtContent') ?? one, context)
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        return readBlocks(one, context)
      case 'mc:AlternateContent':
        return readBlocks(child(one, 'mc:Choice') ?? child(one, 'mc:Fallback') ?? one, context)
      default:
        return []
    }
  })
}

function readParagraph(element: Element, context: Context, counters: Map<string, number>): Block[] {
  const properties = child(element, 'w:pPr')
  const style = context.style(child(properties, 'w:pStyle')?.attributes['w:val'])
  const boxes: Block[] = []
  const runs = joined(readRuns(element, { strong: style?.strong, emphasis: style?.emphasis } as Within, context, boxes))
  if (trimmed(runs).length === 0) return boxes
  const outline = child(properties, 'w:outlineLvl')?.attributes['w:val']
  const heading = style?.heading ?? (outline === undefined || Number(outline) > 8 ? undefined : Number(outline) + 1)
  const own = listOf(properties)
  const list = own === 'none' ? undefined : (own ?? style?.list)
  const block = ((): TextBlock => {
    if (/^title$/i.test(style?.name ?? '')) return { kind: 'heading', level: 1, runs, style: 'title' }
    if (/^subtitle$/i.test(style?.name ?? '')) return { kind: 'paragraph', level: 0, runs, style: 'subtitle' }
    if (heading !== undefined) return { kind: 'heading', level: Math.min(6, heading), runs }
    if (list) {
      const number = context.isNumbered(list.id, list.level) ? next(counters, list.id, list.level) : undefined
      return { kind: 'item', level: list.level, runs, ...(number !== undefined && { number }) }
    }
    const quoted = /^(?:intense )?quote$|^block text$|^quotations$/i.test(style?.name ?? '')
    return { kind: 'paragraph', level: 0, runs, ...(quoted && { quoted }) }
  })()
  return [block, ...boxes]
}

function next(counters: Map<string, number>, id: string, level: number): number {
  const number = (counters.get(`${id} ${level}`) ?? 0) + 1
  counters.set(`${id} ${level}`, number)
  for (const key of counters.keys()) {
    const [list, deeper] = key.split(' ')
    if (list === id && Number(deeper) > level) counters.delete(key)
  }
  return number
}

/** A field such as HYPERLINK, whose parts are runs: its instruction, then what is shown. */
interface Field {
  instruction: string
  shown: boolean
}

function readRuns(parent: Element, within: Within, context: Context, boxes: Block[], fields: Field[] = []): Run[] {
  return elements(parent).flatMap((one): Run[] => {
    switch (one.name) {
      case 'w:r':
        return readRun(one, within, context, boxes, fields)
      case 'w:hyperlink': {
        const relation = context.parts.relations(context.part).get(one.attributes['r:id'] ?? '')
        const href = relation?.external ? relation.target : undefined
        return readRuns(one, href === undefined ? within : { ...within, href }, context, boxes, fields)
      }
      case 'w:fldSimple':
        return readRuns(one, withField(within, one.attributes['w:instr'] ?? ''), context, boxes, fields)
      case 'w:ins':
      case 'w:moveTo':
        context.gathered.changes.inserted++
        return readRuns(one, within, context, boxes, fields)
      case 'w:del':
      case 'w:moveFrom':
        context.gathered.changes.deleted++
        return []
      case 'w:sdt':
        return readRuns(child(one, 'w:sdtContent') ?? one, within, context, boxes, fields)
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
        return readRuns(one, within, context, boxes, fields)
      case 'mc:AlternateContent':
        return readRuns(child(one, 'mc:Choice') ?? one, within, context, boxes, fields)
      case 'm:oMath':
      case 'm:oMathPara':
        return [{ text: formulaText(one) }]
      default:
        return []
    }
  })
}

const withField = (within: Within, instruction: string): Within => {
  const href = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1]
  return href === undefined ? within : { ...within, href }
}

function readRun(element: Element, around: Within, context: Context, boxes: Block[], fields: Field[]): Run[] {
  const properties = child(element, 'w:rPr')
  const style = context.style(child(properties, 'w:rStyle')?.attributes['w:val'])
  const { strong, emphasis, strike, hidden, script } = { ...around, ...lookOfStyle(style), ...lookOf(properties) }
  const field = fields.findLast(({ shown }) => shown)
  const { href } = field ? withField(around, field.instruction) : around
  const look = {
    ...(strong && { strong }),
    ...(emphasis && { emphasis }),
    ...(strike && { strike }),
    ...(href !== undefined && { href }),
  }
  const runs = elements(element).flatMap((one): Run[] => {
    switch (one.name) {
      case 'w:t':
        return [{ ...look, text: scripted(textBelow(one), script) }]
      case 'w:tab':
      case 'w:ptab':
        return [{ ...look, text: '\t' }]
      case 'w:br':
      case 'w:cr':
        return [{ text: '\n' }]
      case 'w:noBreakHyphen':
        return [{ ...look, text: scripted('-', script) }]
      case 'w:sym': {
        const { 'w:char': code = '', 'w:font': font = '' } = one.attributes
        const text = signOf(code)
        if (text === undefined) context.gathered.unreadSigns.add(`${font} ${code}`.trim())
        return text === undefined ? [] : [{ ...look, text }]
      }
      case 'w:fldChar':
        return fieldMark(one.attributes['w:fldCharType'], fields)
      case 'w:instrText': {
        const open = fields.at(-1)
        if (open) open.instruction += textBelow(one)
        return []
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const id = `${one.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes'} ${one.attributes['w:id']}`
        if (!context.gathered.notes.includes(id)) context.gathered.notes.push(id)
        return [{ text: '', footnote: String(context.gathered.notes.indexOf(id) + 1) }]
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return readDrawing(one, context, boxes)
      case 'mc:AlternateContent': {
        const chosen = child(one, 'mc:Choice') ?? child(one, 'mc:Fallback')
        return chosen ? readRun(chosen, around, context, boxes, fields) : []
      }
      default:
        return []
    }
  })
  if (!hidden || textOf(runs).trim() === '') return runs
  context.gathered.asides.push({ what: 'hidden text', text: textOf(runs) })
  return []
}

const lookOfStyle = (style: Style | undefined): Look => {
  const { strong, emphasis, strike, hidden, script } = style ?? {}
  const pairs = Object.entries({ strong, emphasis, strike, hidden, script })
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}

function fieldMark(kind: string | undefined, fields: Field[]): Run[] {
  const open = fields.at(-1)
  if (kind === 'begin') fields.push({ instruction: '', shown: false })
  else if (kind === 'separate' && open) open.shown = true
  else if (kind === 'end') fields.pop()
  return []
}

/** The picture of a drawing, and the paragraphs of a text box, which go after the paragraph that they hang on. */
function readDrawing(element: Element, context: Context, boxes: Block[]): Run[] {
  for (const box of below(element, 'w:txbxContent')) boxes.push(...readBlocks(box, context))
  const [described] = [...below(element, 'wp:docPr'), ...below(element, 'pic:cNvPr')]
  const alt = described?.attributes['descr'] ?? [...below(element, 'v:shape')][0]?.attributes['alt'] ?? ''
  const ids = [
    ...[...below(element, 'a:blip')].map(({ attributes }) => attributes['r:embed'] ?? attributes['r:link']),
    ...[...below(element, 'v:imagedata')].map(({ attributes }) => attributes['r:id']),
  ]
  const relations = context.parts.relations(context.part)
  return ids.flatMap((id): Run[] => {
    const target = relations.get(id ?? '')
    const bytes = target && !target.external ? context.parts.bytes(target.target) : undefined
    if (!target || !bytes) {
      if (target) boxes.push(notAtHand([target.target, alt.trim()]))
      return []
    }
    const name = target.target.slice(target.target.lastIndexOf('/') + 1)
    context.gathered.pictures.set(name, { name, bytes })
    return [{ text: alt.trim(), picture: name }]
  })
}

/** A picture that is linked and not in the file, as Word does it on request; it is not fetched. */
const notAtHand = (what: readonly string[]): Block => ({
  kind: 'remark',
  text: `a picture is not at hand, ${what
    .filter((text) => text !== '')
    .join(', ')
    .slice(0, 200)}`,
})

function readTable(element: Element, context: Context): Block[] {
  const rows = childrenNamed(element, 'w:tr').filter((row) => !child(child(row, 'w:trPr'), 'w:del'))
  return [
    {
      kind: 'table',
      rows: rows.map((row) =>
        childrenNamed(row, 'w:tc').flatMap((cell) => {
          const span = Number(child(child(cell, 'w:tcPr'), 'w:gridSpan')?.attributes['w:val'] ?? 1)
          const blocks = readBlocks(cell, context)
          return [joinedBlocks(blocks), ...Array.from({ length: Math.min(60, span) - 1 }, () => [])]
        }),
      ),
    },
  ]
}

/** The blocks of a cell as one text, a line each. */
export function joinedBlocks(blocks: readonly Block[]): Run[] {
  const parts = blocks.map((block): readonly Run[] => {
    if (block.kind === 'table') return block.rows.flat().flatMap((cell) => [...cell, { text: '\n' }])
    return 'runs' in block ? block.runs : 'text' in block ? [{ text: block.text }] : []
  })
  return joined(parts.flatMap((runs, i) => (i === 0 ? runs : [{ text: '\n' }, ...runs])))
}
