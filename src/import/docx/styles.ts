import type { Script } from '../script.ts'
import { child, childrenNamed, type Element } from '../xml.ts'
import type { Parts } from './parts.ts'

/** What a style, or what is set by hand, makes of text. */
export interface Look {
  readonly strong?: boolean
  readonly emphasis?: boolean
  readonly strike?: boolean
  readonly hidden?: boolean
  readonly script?: Script
}

export interface Style extends Look {
  readonly name: string
  /** Of a heading, from 1 on. */
  readonly heading?: number
  readonly list?: { readonly id: string; readonly level: number }
}

/** `<w:b/>` is on, `<w:b w:val="0"/>` is off, and nothing is what the style says. */
function toggle(properties: Element | undefined, name: string): boolean | undefined {
  const set = child(properties, name)
  if (!set) return undefined
  return !/^(?:0|false|off|none)$/.test(set.attributes['w:val'] ?? '1')
}

const scripts: Readonly<Record<string, Script>> = { superscript: 'super', subscript: 'sub', baseline: 'baseline' }

/** What run properties say by themselves. */
export function lookOf(properties: Element | undefined): Look {
  const pairs = [
    ['strong', toggle(properties, 'w:b') ?? toggle(properties, 'w:bCs')],
    ['emphasis', toggle(properties, 'w:i') ?? toggle(properties, 'w:iCs')],
    ['strike', toggle(properties, 'w:strike') ?? toggle(properties, 'w:dstrike')],
    ['hidden', toggle(properties, 'w:vanish')],
    ['script', scripts[child(properties, 'w:vertAlign')?.attributes['w:val'] ?? '']],
  ] as const
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}

/** The list that paragraph properties put a paragraph in; numbering 0 takes it out of one. */
export function listOf(properties: Element | undefined): Style['list'] | 'none' | undefined {
  const numbering = child(properties, 'w:numPr')
  if (!numbering) return undefined
  const id = child(numbering, 'w:numId')?.attributes['w:val'] ?? ''
  const level = Number(child(numbering, 'w:ilvl')?.attributes['w:val'] ?? 0)
  return id === '0' ? 'none' : { id, level }
}

/** The styles of a document by their ids, each with what it takes over from the one it is based on. */
export function stylesOf(parts: Parts): (id: string | undefined) => Style | undefined {
  const file = [...parts.relations(parts.main).values()].find(({ type }) => type === 'styles')?.target
  const root = file === undefined ? undefined : parts.xml(file)
  const all = new Map(childrenNamed(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const made = new Map<string, Style>()
  const make = (id: string, depth: number): Style | undefined => {
    const known = made.get(id)
    const element = all.get(id)
    if (known || !element) return known
    const based = child(element, 'w:basedOn')?.attributes['w:val']
    const parent = based === undefined || depth > 20 ? undefined : make(based, depth + 1)
    const paragraph = child(element, 'w:pPr')
    const name = child(element, 'w:name')?.attributes['w:val'] ?? id
    const named = /^heading (\d)$/i.exec(name)?.[1]
    const outline = child(paragraph, 'w:outlineLvl')?.attributes['w:val']
    const heading = named ?? (outline === undefined || Number(outline) > 8 ? undefined : Number(outline) + 1)
    const list = listOf(paragraph)
    const { list: parentList, ...inherited } = parent ?? {}
    const kept = list === 'none' ? undefined : (list ?? parentList)
    const style: Style = {
      ...inherited,
      ...lookOf(child(element, 'w:rPr')),
      ...(kept && { list: kept }),
      ...(heading !== undefined && { heading: Number(heading) }),
      name,
    }
    made.set(id, style)
    return style
  }
  return (id) => (id === undefined ? undefined : make(id, 0))
}

/** Whether each level of each list is numbered, by the list's id. */
export function numberingOf(parts: Parts): (id: string, level: number) => boolean {
  const file = [...parts.relations(parts.main).values()].find(({ type }) => type === 'numbering')?.target
  const root = file === undefined ? undefined : parts.xml(file)
  const abstract = new Map(childrenNamed(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'], one]))
  const lists = new Map(
    childrenNamed(root, 'w:num').map((one) => [
      one.attributes['w:numId'],
      abstract.get(child(one, 'w:abstractNumId')?.attributes['w:val'] ?? ''),
    ]),
  )
  return (id, level) => {
    const found = childrenNamed(lists.get(id), 'w:lvl').find(({ attributes }) => Number(attributes['w:ilvl']) === level)
    const format = child(found, 'w:numFmt')?.attributes['w:val'] ?? 'bullet'
    return format !== 'bullet' && format !== 'none'
  }
}
