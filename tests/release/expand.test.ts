import { expect, test } from 'vitest'
import { expand, originOf, type Vocabulary } from '../../src/release/expand.ts'
import { sourceText } from '../../src/source/text.ts'

const about = sourceText('about.md', '---\ntitle: About\n---\n\nAcme makes {{fact "things"}}.\n')
const vocabulary: Vocabulary = {
  language: 'tr',
  fact: (name) =>
    name === 'things' ? { value: 'ikiz *örs*' } : { code: 'unknown-fact', message: `Unknown fact "${name}"` },
  boilerplate: (id) =>
    id === 'about'
      ? { source: about, bodyStart: 21 }
      : { code: 'unknown-boilerplate', message: `Unknown boilerplate "${id}"` },
}
const all = (text: string) => expand(sourceText('a.md', text), 0, text.length, vocabulary)

test.each([
  ['no braces at all', 'no braces at all'],
  ['{{fact "things"}}!', 'ikiz \\*örs\\*!'],
  ['{{fact "things" capital=true}}', 'İkiz \\*örs\\*'],
  ['A {{> about}} B', 'A Acme makes ikiz \\*örs\\*. B'],
  ['\\{{fact "things"}}', '{{fact "things"}}'],
  ['a{{!-- a remark --}}b', 'ab'],
  ['{{unknown}}{{fact "x"}}{{> y}}', ''],
])('%j becomes %j', (text, expected) => {
  expect(all(text).text).toBe(expected)
})

test('every character leads back to where it was typed', () => {
  const text = 'One {{> about}} two'
  const expanded = all(text)
  const place = (word: string) => {
    const origin = originOf(expanded, expanded.text.indexOf(word))
    return origin && `${origin.source.file}: ${origin.source.text.slice(origin.offset, origin.offset + 8)}`
  }
  expect(place('One')).toBe('a.md: One {{> ')
  expect(place('two')).toBe('a.md: two')
  expect(place('makes')).toBe('about.md: makes {{')
  expect(place('örs')).toBe('about.md: {{fact "')
})
