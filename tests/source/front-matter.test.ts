import fc from 'fast-check'
import matter from 'gray-matter'
import { expect, test } from 'vitest'
import { frontMatter } from '../../src/source/front-matter.ts'
import { sourceText } from '../../src/source/text.ts'

/** The YAML and the body that a file is cut into, or the code of what is wrong with it. */
function cut(text: string): readonly [yaml: string, body: string] | string {
  const { value, diagnostics } = frontMatter(sourceText('a.md', text))
  if (!value) return diagnostics.map(({ code }) => code).join(' ')
  return [text.slice(value.yaml.start, value.yaml.end), text.slice(value.bodyStart)]
}

test.each([
  ['a file as it should be', '---\na: 1\n---\nBody\n', '\na: 1\n', 'Body\n'],
  ['Windows line ends', '---\r\na: 1\r\n---\r\nBody\r\n', '\r\na: 1\r\n', 'Body\r\n'],
  ['a byte order mark', '\uFEFF---\na: 1\n---\nBody', '\na: 1\n', 'Body'],
  ['spaces after the dashes', '---  \na: 1\n--- \nBody', '  \na: 1\n', 'Body'],
  ['no body', '---\na: 1\n---', '\na: 1\n', ''],
  ['nothing between the lines', '---\n---\nBody', '', 'Body'],
  ['a rule in the body', '---\na: 1\n---\nOne\n\n---\n\nTwo', '\na: 1\n', 'One\n\n---\n\nTwo'],
  ['an indented line of dashes', '---\na: |\n  ---\n---\nBody', '\na: |\n  ---\n', 'Body'],
])('cuts %s', (_, text, yaml, body) => {
  expect(cut(text)).toEqual([yaml, body])
})

test.each([
  ['---js\n{}\n---\n', 'executable-front-matter'],
  ['---coffee\na\n---\n', 'executable-front-matter'],
  [';;;\n{}\n;;;\n', 'missing-front-matter'],
  ['-----\na: 1\n-----\n', 'missing-front-matter'],
  ['---\na: 1\n', 'unclosed-front-matter'],
  ['---\na: 1\n---b\n---\n', 'yaml-syntax'],
])('refuses %j', (text, code) => {
  expect(cut(text)).toBe(code)
})

test('the block is the one that gray-matter cuts out', () => {
  const line = fc.constantFrom('', 'a: 1', 'a: --- b', '# note', ' b: 2', '- c', 'd: |', '...', 'e: \u2013')
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), fc.constantFrom('', '\uFEFF'), (lines, bom) => {
      const text = `${bom}---\n${lines.map((one) => `${one}\n`).join('')}---\nBody\n`
      let block = ''
      const yaml = (found: string): object => {
        block = found
        return {}
      }
      matter(text.slice(bom.length), { engines: { yaml } })
      if (block !== '') expect(cut(text)).toEqual([`${block}\n`, 'Body\n'])
    }),
  )
})
