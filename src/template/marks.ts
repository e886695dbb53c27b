import { Marker } from './marker.ts'
import type { Shape } from './shape.ts'

/** The way from a view to one of its values. */
export type Way = readonly (string | number)[]

export interface MarkedView {
  readonly view: unknown
  /** By the number of a mark: the value that it stands for. */
  readonly ways: readonly Way[]
}

/** Letters and digits only, so that neither HTML, nor CSS, nor MJML, nor juice changes it. */
const mark = (number: number, escaped: boolean): string => `zq${escaped ? 'e' : 'r'}${number}qz`

/** Finds marks: whether the value is to be escaped, and its number. */
export const marks = /zq([er])(\d+)qz/g

/**
 * The view with a mark in place of every text that differs from release to release; what a layout may decide by stays. Empty
 * texts stay empty, so that `{{#if}}` decides as it would for the release itself.
 */
export function markView(view: unknown, shape: Shape): MarkedView {
  const ways: Way[] = []
  const walk = (value: unknown, at: Shape, way: Way): unknown => {
    switch (at.kind) {
      case 'text':
      case 'rendered': {
        if (value === '') return ''
        const number = ways.push(way) - 1
        return new Marker(mark(number, false), mark(number, true))
      }
      case 'list':
        return Array.isArray(value) ? value.map((item, i) => walk(item, at.of, [...way, i])) : value
      case 'object': {
        const entries = Object.entries(at.fields).map(([key, field]) => [
          key,
          walk(property(value, key), field, [...way, key]),
        ])
        return Object.fromEntries(entries)
      }
      default:
        return value
    }
  }
  return { view: walk(view, shape, []), ways }
}

/**
 * All of a view that a marked layout can depend on: which texts are empty, how long the lists are, and what it may decide by.
 * Two views with the same outline give the same marked layout.
 */
export function outlineOf(shape: Shape): (view: unknown) => string {
  const walk = outliner(shape)
  return (view) => walk(view)
}

type Outliner = (value: unknown) => string

/** Of a text it says no more than whether it is empty. */
const ofText: Outliner = (value) => (value === '' ? '0' : '1')

function outliner(shape: Shape): Outliner {
  switch (shape.kind) {
    case 'text':
    case 'rendered':
      return ofText
    case 'list': {
      const item = outliner(shape.of)
      return (value) => {
        if (!Array.isArray(value) || value.length === 0) return '[]'
        let out = '['
        for (const one of value) out += `${item(one)},`
        return `${out}]`
      }
    }
    case 'object': {
      const fields = Object.entries(shape.fields).map(([key, field]) => [key, outliner(field)] as const)
      let last: { readonly value: unknown; readonly outline: string } | undefined
      return (value) => {
        // The brand and the organization are the same objects for each release.
        if (last !== undefined && last.value === value) return last.outline
        const of = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
        let outline = '{'
        // Most fields are texts, and to call a function for each takes longer than what it does.
        for (const [key, field] of fields) outline += field === ofText ? (of[key] === '' ? '0' : '1') : field(of[key])
        outline += '}'
        last = { value, outline }
        return outline
      }
    }
    default:
      return (value) => `<${String(value)}>`
  }
}

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined

/** The value at a way through a view. */
export function valueAt(view: unknown, way: Way): string {
  let value = view
  for (const step of way) value = (value as Record<string | number, unknown>)[step]
  return typeof value === 'string' ? value : String(value ?? '')
}
