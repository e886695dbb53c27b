import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heard, pack, tell, unpack } from '../../src/build/packed.ts'

const word = fc.string({ maxLength: 12 })
const status = fc.constantFrom('public' as const, 'embargoed' as const, 'draft' as const)

const contents = fc
  .record({
    sources: fc.uniqueArray(fc.tuple(word, word), { minLength: 1, maxLength: 3, selector: ([path]) => path }),
    media: fc.array(fc.tuple(word, fc.integer(), fc.integer()), { maxLength: 2 }),
    outputs: fc.uniqueArray(
      fc.record({
        path: fc.tuple(fc.constantFrom('', 'a/', 'a/b/'), word).map((parts) => parts.join('')),
        format: fc.constantFrom('html', 'email', 'file'),
        size: fc.nat(),
        mtime: fc.double({ noNaN: true, min: 0, max: 2e12 }),
      }),
      { maxLength: 5, selector: ({ path }) => path },
    ),
    drafts: fc.nat(3),
    language: word,
    status,
  })
  .map(({ language, status: kind, ...rest }) => ({
    ...rest,
    turns: [],
    diagnostics: [],
    releases: rest.sources.map(([file]) => ({
      file,
      language,
      status: kind,
      outputs: rest.outputs.map(({ path }) => path),
    })),
  }))

test('what is packed is what is unpacked, and what is told what is heard', () => {
  fc.assert(
    fc.property(contents, fc.array(word), fc.boolean(), (one, pieces, written) => {
      expect(unpack(pack(one))).toEqual(one)
      const { sources, turns, media, outputs, ...rest } = one
      const made = { sources, pieces, turns, media }
      const result = {
        ...rest,
        made,
        failed: ['x.md'],
        withheld: ['releases/x/'],
        stopped: written,
        outputs: outputs.map((output) => ({ ...output, written })),
      }
      expect(heard(tell(result))).toEqual(result)
    }),
  )
})
