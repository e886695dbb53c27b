import { expect, test } from 'vitest'
import { releasesIn } from '../../src/build/sources.ts'
import { pressRoom } from '../support/press-room.ts'

const release = (fields: string): string => `---\nheadline: News\n${fields}\n---\n\nText.\n`

test.each([
  'slug: zed',
  '"sl\\u0075g": zed',
  '? slug\n: zed',
  '!!str slug: zed',
  '&key slug: zed',
  '{ number: 7, slug: zed }',
])('the slug is found in %j', async (fields) => {
  const body = fields.startsWith('{') ? `---\n${fields}\n---\n\nText.\n` : release(fields)
  const { value: groups } = await releasesIn(pressRoom({ 'releases/2026-01-02-a.md': body }))
  expect(groups?.map(({ slug }) => slug)).toEqual(['zed'])
})
