import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Entries } from '../../src/build/entries.ts'

const place = fc.constantFrom('', 'releases/', 'releases/a/', 'releases/a/fr/', 'releases/a-b/')
const name = fc.constantFrom('index.html', 'email.html', 'release.txt', 'map.png', 'html', '', ...'0123456789')
const entry = fc.record({
  source: fc.constantFrom('releases/x', 'releases/y'),
  format: fc.constantFrom('html', 'email', 'text', 'file'),
})
const step = fc.record({ path: fc.tuple(place, name).map((parts) => parts.join('')), entry: fc.option(entry) })

test('entries are found as in a map of their paths', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const entries = new Entries()
      const map = new Map<string, unknown>()
      for (const { path, entry: set } of steps) {
        if (set) {
          entries.set(path, set)
          map.set(path, set)
        } else {
          entries.delete(path)
          map.delete(path)
        }
        expect([entries.has(path), entries.get(path)]).toEqual([map.has(path), map.get(path)])
      }
      const rows = [...entries.inOrder()]
      expect(rows).toHaveLength(map.size)
      expect(new Map<string, unknown>(rows)).toEqual(map)
      const inJson = JSON.parse(`[${[...entries.inJson()].join(',')}]`) as unknown
      expect(inJson).toEqual(rows.map(([path, { source, format }]) => [path, source, format]))
    }),
  )
})

test('entries stand by folder and name, whichever came first', () => {
  const files = fc.uniqueArray(step, { maxLength: 20, selector: ({ path }) => path })
  const inOrder = (steps: readonly { readonly path: string }[]): string[] => {
    const entries = new Entries()
    for (const { path } of steps) entries.set(path, { source: 'releases/x', format: 'html' })
    return [...entries.inOrder()].map(([path]) => path)
  }
  fc.assert(
    fc.property(files, (steps) => {
      expect(inOrder(steps.toReversed())).toEqual(inOrder(steps))
    }),
  )
})
