import { hrefOf, parseMarkdown } from '../../../markdown/parse.ts'
import { classifyLink } from '../../../markdown/links.ts'
import { eachBlock, eachInline, type Block, type Lines } from '../../../markdown/tree.ts'
import { Places } from '../../../release/places.ts'
import { matchesIn } from '../../../source/matches.ts'
import { onceFor } from '../../../source/once.ts'
import type { Path } from '../../../source/yaml.ts'
import type { Span } from '../../rule.ts'
import { inside, type CheckedRelease, type CheckedText } from '../rule.ts'

/** A full web address that readers are led to, and where it is typed. */
export interface TypedAddress {
  readonly url: string
  readonly at: Span
}

/** The web addresses in a text: what the parser makes links of in its body and its fields. Several rules ask of each text. */
export const addressesIn = onceFor((text: CheckedText): readonly TypedAddress[] =>
  text.source.text.includes('://') ? readAddresses(text) : [],
)

function readAddresses(text: CheckedText): TypedAddress[] {
  const { source, prose } = text
  const found = [
    ...(isRelease(text) ? addressesOfFields(text) : []),
    ...addressesOf(text, source.text.slice(prose.bodyStart), [prose.bodyStart, source.text.length]),
  ]
  // Two links by the same `[name]: address` are typed once.
  return [...new Map(found.map((one) => [`${one.at[0]} ${one.url}`, one])).values()]
}

const isRelease = (text: CheckedText): text is CheckedRelease => 'yaml' in text

/** Fields that are an address as a whole; all others may have one among their words. */
const addressFields: ReadonlySet<string | number | undefined> = new Set(['url', 'online'])

function addressesOfFields(release: CheckedRelease): TypedAddress[] {
  return valuesIn(release.yaml.value).flatMap(([path, value]) => {
    if (!value.includes('://')) return []
    const at = inside(release, path)
    return addressFields.has(path.at(-1)) ? [{ url: value.trim(), at }] : addressesOf(release, value, at, [0, Infinity])
  })
}

const valuesIn = (value: unknown, path: Path = []): (readonly [path: Path, value: string])[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value ?? {}).flatMap(([key, one]) => valuesIn(one, [...path, key]))

/**
 * The web addresses that Markdown leads to; where they stand is looked for in the text as it is typed. YAML has other lines than what it
 * says: there they are looked for in all `lines` of the stretch.
 */
function addressesOf({ source, room }: CheckedText, typed: string, [start, end]: Span, lines?: Lines): TypedAddress[] {
  if (!typed.includes('://')) return []
  const markdown = typed.replace(/\{\{[^{}]*\}\}/g, ({ length }) => unknown.repeat(length))
  const { document } = parseMarkdown(markdown, { quotes: [], rawHtml: room.settings.rawHtml })
  const places = new Places({ text: source.text.slice(start, end), origins: [], diagnostics: [] })
  return [document.blocks, ...document.footnotes].flatMap((blocks) =>
    targetsIn(blocks).flatMap(([href, block]) => {
      if (classifyLink(href) !== 'web' || href.includes(encodeURI(unknown))) return []
      const [from, to] = places.link(href, lines ? { lines } : block)
      return [{ url: href, at: [start + from, start + to] as const }]
    }),
  )
}

/** Stands for a figure, with which an address is another one on another day; nobody types it. */
const unknown = '\uE000'

/** Where links and pictures lead to, each with its block. */
function targetsIn(blocks: readonly Block[]): readonly (readonly [href: string, block: Block])[] {
  const found: (readonly [string, Block])[] = []
  eachInline(blocks, (node, block) => {
    if (node.type === 'link') found.push([node.href, block])
    else if (node.type === 'image') found.push([node.src, block])
    else if (node.type === 'html') for (const href of inTags(node.value)) found.push([href, block])
  })
  eachBlock(blocks, (block) => {
    if (block.type === 'figure') found.push([block.src, block])
    else if (block.type === 'html') for (const href of inTags(block.value)) found.push([href, block])
  })
  return found
}

const inTags = (html: string): string[] =>
  matchesIn(html, /\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi).map(([, double, single = '']) =>
    hrefOf(double ?? single),
  )
