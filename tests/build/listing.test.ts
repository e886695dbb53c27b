import { expect, test } from 'vitest'
import { ReleaseFile, ReleaseGroup } from '../../src/build/listed.ts'
import { Listing } from '../../src/build/listing.ts'

const group = (n: number, digest = 'x'): ReleaseGroup => {
  const key = `releases/2026-01-02-number-${n}`
  const place = { size: n, mtime: 1.5, digest, slug: n % 3 === 0 ? `other-${n}` : undefined, aliases: [`older-${n}`] }
  return new ReleaseGroup(key, [
    new ReleaseFile(`${key}.fr.md`, { size: 1, mtime: -1, digest }),
    new ReleaseFile(`${key}.md`, place),
  ])
}
const groups = (count: number): ReleaseGroup[] => Array.from({ length: count }, (_, n) => group(n))
const said = (all: Iterable<ReleaseGroup>): unknown[] =>
  Array.from(all, ({ key, slug, aliases, files }) => [
    key,
    slug,
    aliases,
    files.map(({ path, name, place }) => [path, name, { ...place }]),
  ])

test.each([0, 3, 10_240, 18_000])('a listing of %i groups is an array of them', (count) => {
  const all = groups(count)
  const listing = Listing.of(all)
  expect(listing).toHaveLength(count)
  expect(said(listing)).toEqual(said(all))
  expect([...listing.keys()]).toEqual(all.map(({ key }) => key))
  expect(listing.filter(() => true)).toBe(listing)
  expect(listing.filter(() => false)).toHaveLength(0)
})

test('a part of a listing has those that are let pass, and a part of that those of them', () => {
  const all = groups(18_000)
  const isEven = ({ key }: ReleaseGroup): boolean => Number(/\d+$/.exec(key)?.[0]) % 2 === 0
  const isThird = ({ slug }: ReleaseGroup): boolean => slug.startsWith('other-')
  const part = Listing.of(all).filter(isEven).filter(isThird)
  expect(part).toHaveLength(3_000)
  expect(said(part)).toEqual(said(all.filter(isEven).filter(isThird)))
  expect([...part.keys()]).toEqual(Array.from(part, ({ key }) => key))
  let asked = 0
  part.filter(() => asked++ < 10)
  expect(asked).toBe(3_000)
})

test('a listing with other groups has those in their places, and the one it came from its own', () => {
  const all = groups(18_000)
  const listing = Listing.of(all)
  const others = [group(7, 'new'), group(17_000, 'new')]
  const changed = listing.with(new Map(others.map((one) => [one.key, one])))
  expect(said(changed)).toEqual(said(all.with(7, group(7, 'new')).with(17_000, group(17_000, 'new'))))
  changed.add(group(18_000))
  expect(changed).toHaveLength(18_001)
  expect(said(listing)).toEqual(said(all))
})
