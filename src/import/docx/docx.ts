import { noManuscript, type Aside, type Block, type Manuscript, type Run } from '../manuscript.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { textOf, wordsOf } from '../runs.ts'
import { below, childrenNamed, elements, textBelow, type Element } from '../xml.ts'
import { joinedBlocks, readBlocks, type Context, type Gathered } from './body.ts'
import { formulaText } from './formula.ts'
import { joinedAtMarks } from './paragraph-marks.ts'
import { openParts, type Parts } from './parts.ts'
import { numberingOf, stylesOf } from './styles.ts'

/**
 * Reads a Word document (ECMA-376): the text as it is when every tracked change is accepted, footnotes, text boxes and pictures in their
 * places; page headers and footers, comments, and the words of diagrams and charts aside. Macros, embedded objects and fields'
 * instructions are not looked at.
 */
export function readDocx(bytes: Uint8Array): Manuscript | Refusal {
  const opened = openParts(bytes)
  if (isRefusal(opened)) return opened
  const { parts, hasMacros } = opened
  const gathered: Gathered = {
    pictures: new Map(),
    asides: [],
    notes: [],
    unreadSigns: new Set(),
    changes: { inserted: 0, deleted: 0 },
  }
  const context = (part: string): Context => ({
    parts,
    part,
    style: stylesOf(parts),
    isNumbered: numberingOf(parts),
    gathered,
  })
  const main = parts.xml(parts.main)
  const body = main && elements(main).find(({ name }) => name === 'w:body')
  const blocks = body ? readBlocks(body, context(parts.main)) : []
  const footnotes = new Map<string, Run[]>()
  for (let i = 0; i < gathered.notes.length; i++) {
    const [kind = '', id] = (gathered.notes[i] ?? '').split(' ')
    const part = partOf(parts, kind)
    const note = part && noteIn(parts, part, id)
    footnotes.set(String(i + 1), note && part ? joinedBlocks(readBlocks(note, context(part))) : [])
  }
  const asides = [...pageAsides(parts, context), ...commentAsides(parts), ...drawnAsides(parts), ...gathered.asides]
  const { inserted, deleted } = gathered.changes
  const language = main && languageIn(main, parts)
  return {
    ...noManuscript,
    blocks,
    footnotes,
    pictures: [...gathered.pictures.values()],
    asides,
    remarks: [
      ...(inserted + deleted > 0
        ? [
            `the file had tracked changes (${inserted} put in, ${deleted} taken out); the text is as if all were accepted`,
          ]
        : []),
      ...(gathered.unreadSigns.size > 0
        ? [`signs of a symbol font are left out: ${[...gathered.unreadSigns].join(', ').slice(0, 200)}`]
        : []),
      ...(hasMacros ? ['the file had macros; they are left out'] : []),
      ...oddities(blocks),
    ],
    ...(language !== undefined && { language }),
    words: allWords(parts, asides),
  }
}

const partOf = (parts: Parts, type: string): string | undefined =>
  [...parts.relations(parts.main).values()].find((one) => one.type === type)?.target

const noteIn = (parts: Parts, part: string, id: string | undefined): Element | undefined => {
  const root = parts.xml(part)
  return root && elements(root).find(({ attributes }) => attributes['w:id'] === id)
}

/** What stands at the top and bottom of pages, each text once. */
function pageAsides(parts: Parts, context: (part: string) => Context): Aside[] {
  const seen = new Set<string>()
  return [...parts.relations(parts.main).values()].flatMap(({ type, target }): Aside[] => {
    const root = type === 'header' || type === 'footer' ? parts.xml(target) : undefined
    if (!root) return []
    const text = readBlocks(root, context(target)).map(wordsOf).join('\n').trim()
    if (text === '' || seen.has(text)) return []
    seen.add(text)
    return [{ what: type === 'header' ? 'the head of the page' : 'the foot of the page', text }]
  })
}

function commentAsides(parts: Parts): Aside[] {
  const part = partOf(parts, 'comments')
  return childrenNamed(part === undefined ? undefined : parts.xml(part), 'w:comment').flatMap((comment) => {
    const text = [...below(comment, 'w:p')]
      .map((one) => [...below(one, 'w:t')].map(textBelow).join(''))
      .join(' ')
      .trim()
    const author = comment.attributes['w:author'] ?? ''
    return text === '' ? [] : [{ what: author === '' ? 'a comment' : `a comment by ${author}`, text }]
  })
}

/** The words of diagrams (SmartArt, ECMA-376 part 1, 21.4) and charts (21.2), which are drawn and not written. */
function drawnAsides(parts: Parts): Aside[] {
  return [...parts.relations(parts.main).values()].flatMap(({ type, target }): Aside[] => {
    const what = drawings[type]
    const root = what === undefined ? undefined : parts.xml(target)
    if (what === undefined || !root) return []
    const words = ['a:t', 'c:v'].flatMap((name) => [...below(root, name)].map((one) => textBelow(one).trim()))
    const text = [...new Set(words.filter((word) => word !== ''))].join('\n')
    return text === '' ? [] : [{ what, text }]
  })
}

const drawings: Readonly<Record<string, string>> = { diagramData: 'a diagram', chart: 'a chart' }

/** The language that most of its runs, or else its defaults, say that the document is in. */
function languageIn(main: Element, parts: Parts): string | undefined {
  const counts = new Map<string, number>()
  for (const { attributes } of below(main, 'w:lang')) {
    const tag = attributes['w:val']
    if (tag !== undefined && tag !== 'x-none') counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  const styles = partOf(parts, 'styles')
  const root = styles === undefined ? undefined : parts.xml(styles)
  return most?.[0] ?? (root && [...below(root, 'w:lang')][0]?.attributes['w:val'])
}

const oddities = (blocks: readonly Block[]): string[] =>
  blocks.some((block) => 'runs' in block && block.runs.some(({ strike }) => strike) && textOf(block.runs).trim() !== '')
    ? ['words that are struck through in the file are struck through here']
    : []

/** Every word of the parts that are read, straight out of the XML: what the blocks and asides are held to. */
function allWords(parts: Parts, asides: readonly Aside[]): string {
  const read = ['footnotes', 'endnotes'].flatMap((type) => partOf(parts, type) ?? [])
  const texts = [parts.main, ...read].map((name) => {
    const root = parts.xml(name)
    return root ? rawText(root) : ''
  })
  return [...texts, ...asides.flatMap(({ what, text }) => (what === 'hidden text' ? [] : text))].join('\n')
}

function rawText(element: Element): string {
  switch (element.name) {
    case 'w:del':
    case 'w:moveFrom':
    case 'mc:Fallback':
    case 'w:delText':
    case 'w:instrText':
      return ''
    case 'w:t':
      return textBelow(element)
    case 'm:oMath':
      return formulaText(element)
    case 'w:p':
    case 'w:br':
    case 'w:cr':
    case 'w:tab':
    case 'w:tr':
      return `\n${elements(element).map(rawText).join('')}\n`
    default:
      return joinedAtMarks(element).map(rawText).join('')
  }
}
