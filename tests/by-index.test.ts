import { transform } from 'rolldown/utils'
import { expect, test } from 'vitest'

// What bundles is JavaScript, without types.
const { byIndex } = (await import(new URL('../tools/by-index.mjs', import.meta.url).href)) as {
  readonly byIndex: { readonly transform: { handler(code: string): string | undefined } }
}

/** What TypeScript comes to, as it is written and as it is in the bundle. */
async function bothWays(code: string): Promise<{ readonly written: unknown; readonly bundled: unknown }> {
  const run = async (source: string): Promise<unknown> =>
    new Function(`${(await transform('a.ts', source)).code}; return result()`)()
  const bundled = byIndex.transform.handler(code)
  if (bundled === undefined) throw new Error('nothing is changed')
  return { written: await run(code), bundled: await run(bundled) }
}

test.each([
  [
    'arrays, with all that a loop can do',
    'for (const a of [1, 2, 3, 4]) { if (a === 2) continue; if (a === 4) break; made.push(() => a) }',
  ],
  [
    'an array that grows meanwhile',
    'const list = [1, 2]; for (const a of list) { made.push(a); if (list.length < 5) list.push(a * 2) }',
  ],
  ['holes and nothing', 'for (const a of [1, , undefined, null]) made.push(a)'],
  [
    'loops in loops, and labels',
    'outer: for (const a of [[1, 2], [3]]) for (const b of a) { if (b === 2) continue outer; made.push(b) }',
  ],
  [
    'sets, maps, strings and generators',
    'function* g() { yield 7; yield 8 }; for (const a of [new Set([1, 2]), new Map([[3, 4]]), "a😀", g()]) for (const b of a) made.push(b)',
  ],
  [
    'patterns of items',
    'for (const [key, [first, , third = 9]] of Object.entries({ a: [1, 2], b: [3, 4, 5] })) made.push(key, first, third)',
  ],
  [
    'patterns of what is no array',
    'const [a, b = 5] = new Set([1]); const [c, d] = "😀x"; let [e] = new Map([[1, 2]]).keys(); made.push(a, b, c, d, e)',
  ],
  [
    'a pattern with what is left',
    'const [first, ...rest] = [1, 2, 3]; for (const [a, ...b] of [rest]) made.push(first, a, b)',
  ],
])('goes over %s as before', async (_, code) => {
  const whole = `function result() { const made: any[] = []; ${code}; return made.map((one) => typeof one === 'function' ? one() : one) }`
  const { written, bundled } = await bothWays(whole)
  expect(bundled).toEqual(written)
})

test('a generator hears that nobody goes on', async () => {
  const { written, bundled } = await bothWays(`function result() {
    const made: string[] = []
    function* lines() { try { yield 'a'; yield 'b' } finally { made.push('closed') } }
    for (const line of lines()) { made.push(line); break }
    for (const letter of ['c']) made.push(letter)
    return made
  }`)
  expect(bundled).toEqual(['a', 'closed', 'c'])
  expect(written).toEqual(bundled)
})

test('what is no list is a fault in both', async () => {
  const code = 'function result() { const nothing: any = undefined; for (const a of nothing) a() }'
  await expect(bothWays(code)).rejects.toThrow(TypeError)
})
