import { Marker } from '../../template/engine.ts'
import type { Shape } from '../../template/shape.ts'

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
          walk(Reflect.get(Object(value), key), field, [...way, key]),
        ])
        return Object.fromEntries(entries)
      }
      default:
        return value
    }
  }
  return { view: walk(view, shape, []), ways }
}

/** The value at a way through a view. */
export function valueAt(view: unknown, way: Way): string {
  let value = view
  for (const step of way) value = Reflect.get(Object(value), step)
  return typeof value === 'string' ? value : String(value ?? '')
}
