import { oneOf, type Tag } from './tags.ts'

/** An element with all that stands around it, as they are tagged: the parser and the cascade do the same to all of one way. */
export interface Way {
  readonly number: number
  readonly name: string
  /** Its start tag, with what differs from mail to mail left out; what a mark says after a `#`. */
  readonly tag: string
  readonly endTag: string
  readonly up: Way | undefined
  /** The ways that lead on from here, by tag, and what a rule could mind of the words, by those. */
  readonly below: Map<string, Way>
  /** The tags that are most often met here, at the front the first that were met: to try them takes less than to look one up. */
  readonly usual: Tag[]
  /** What Word or a browser would take apart and put together otherwise than it is written. */
  readonly isOdd: boolean
  /** Whether words that stand right here would be moved out of the table. */
  readonly isFrameOfTable: boolean
  /** Whether its text is that of a link. */
  readonly inLink: boolean
  /** Whether it has no end. */
  readonly isVoid: boolean
  /** Whether it is hidden by its own style attribute. */
  readonly isHidden: boolean
}

/** A way as it is kept, at the place of its number: the number of the one that it leads on from, its tag and its name. */
export type KeptWay = readonly [up: number, tag: string, name: string]

/** The ways that mails take, once for browsers and once for Word, by numbers that no two of them share. */
export interface Ways {
  readonly page: Way
  readonly word: Way
  /** The way to an element inside another, by its start tag with what differs from mail to mail left out. */
  into(up: Way, tag: string, name: string): Way
  /** A mark that hangs on a way: words that it is known by. */
  marked(way: Way, mark: string): number
  readonly size: number
  /** All of them but the two that others begin at; `waysFrom` makes the same of it. */
  kept(): KeptWay[]
}

/** Ways that were kept, by the same numbers; none but the first two where nothing was. */
export function waysFrom(kept: readonly KeptWay[]): Ways {
  const all: Way[] = []
  const make = (up: Way | undefined, name: string, tag: string): Way => {
    const way = {
      number: all.length,
      name,
      tag,
      endTag: `</${name}>`,
      up,
      below: new Map(),
      usual: [],
      isOdd: up !== undefined && !(tag.startsWith('#') || (known.has(name) && fits(name, up) && isPlain(tag))),
      isFrameOfTable: frames.has(name),
      inLink: name === 'a' || up?.inLink === true,
      isVoid: voids.has(name),
      isHidden: /\bstyle="[^"]*\bdisplay:\s*none\b/.test(tag),
    }
    all.push(way)
    return way
  }
  const into = (up: Way, tag: string, name: string): Way => {
    const there = up.below.get(tag)
    if (there) return there
    const way = make(up, name, tag)
    up.below.set(tag, way)
    return way
  }
  const [page, word] = [make(undefined, 'html', ''), make(undefined, 'html', '')]
  for (const [up, tag, name] of kept) into(all[up] ?? page, oneOf(tag), name)
  return {
    page,
    word,
    into,
    marked: (way, mark) => into(way, `#${mark}`, '#').number,
    get size() {
      return all.length
    },
    kept: () => all.slice(2).map(({ up, tag, name }) => [up?.number ?? 0, tag, name]),
  }
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))
const voids = set('br hr img wbr')
const frames = set('table tbody thead tfoot tr')
const headings = set('h1 h2 h3 h4 h5 h6')
/** What ends a paragraph that is open (WHATWG HTML, 13.2.6.4.7). */
const blocks = set('div p h1 h2 h3 h4 h5 h6 ul ol blockquote pre hr table figure figcaption center section article')
const known = new Set([
  'body',
  ...blocks,
  ...voids,
  ...frames,
  ...set('td th li a span strong em b i u s del ins small big sub sup bdi bdo font code mark cite q abbr time'),
])

const parents: Readonly<Record<string, ReadonlySet<string>>> = {
  tbody: set('table'),
  thead: set('table'),
  tfoot: set('table'),
  tr: set('table tbody thead tfoot'),
  td: set('tr'),
  th: set('tr'),
}

/** Whether the parser leaves an element where it is written. */
function fits(name: string, up: Way): boolean {
  const wanted = parents[name]
  if (wanted) return wanted.has(up.name)
  if (frames.has(up.name)) return false
  if (name === 'a') return !up.inLink
  if (headings.has(name) && headings.has(up.name)) return false
  if (name === 'li') return nearest(up, 'li', listScope) !== 'li'
  return !blocks.has(name) || nearest(up, 'p', cellScope) !== 'p'
}

const listScope = set('ul ol td th table')
const cellScope = set('td th table')

function nearest(from: Way, name: string, scope: ReadonlySet<string>): string | undefined {
  for (let way: Way | undefined = from; way; way = way.up) if (way.name === name || scope.has(way.name)) return way.name
  return undefined
}

/** Whether a tag has its attributes in lower case and their values between double quotation marks, and leads to no other element. */
const isPlain = (tag: string): boolean =>
  /^<[a-z0-9]+(?:\s+[a-z][a-z0-9:_.-]*(?:="")?)*\s*\/?>$/.test(tag.replace(/"[^"]*"/g, '""')) &&
  !/ aria-(?:labelledby|describedby|details|owns)=/.test(tag)
