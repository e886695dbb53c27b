import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tagsOf } from '../../src/formats/email/tags.ts'

const stretch = fc.constantFrom(
  '<p>',
  '</p>',
  '<P>',
  '<em>',
  '</em>',
  '<br>',
  '<br/>',
  '<li class="a b">',
  '<a href="x>y">',
  '</a>',
  '<h2 style="a:b">',
  '<style>',
  '</style>',
  '<title>',
  '</title>',
  '<!-- <p> -->',
  '<!--[if mso]>',
  '<![endif]-->',
  '<',
  '>',
  'text',
  ' "',
  '<p',
)
const html = fc.array(stretch, { maxLength: 12 }).map((parts) => parts.join(''))

const kinds = (text: string): unknown => [...tagsOf(text)].map(({ kind, name, key }) => [kind, name, key])

test('a tag that was met before is read as one that never is: with a blank in it', () => {
  fc.assert(
    fc.property(html, (text) => {
      expect(kinds(text)).toEqual(kinds(text.replace(/<(\/?[a-z0-9]+)>/gi, '<$1 >')))
      for (const { start, end } of tagsOf(text)) expect(text.slice(start, end)).toMatch(/^<[^]*>$/)
    }),
    { numRuns: 5000, seed: 11 },
  )
})
