import { describe, expect, test } from 'vitest'
import { progressLine } from '../../src/cli/progress.ts'
import { report } from '../../src/cli/report.ts'
import { displayWidth } from '../../src/markdown/width.ts'
import { diagnose, type Diagnostic } from '../../src/source/diagnostic.ts'
import { sourceText } from '../../src/source/text.ts'

const text = `one\ntwo words\n\tthree\n${'x'.repeat(150)}HERE${'y'.repeat(150)}\n`
const source = sourceText('a.md', text)
const at = (word: string, details: Parameters<typeof diagnose>[4] = {}): Diagnostic => {
  const start = text.indexOf(word)
  return diagnose(source, [start, start + word.length], 'yaml-syntax', `Wrong ${word}`, details)
}
const shown = (diagnostics: readonly Diagnostic[]): string =>
  report(diagnostics, false, (file, line) => (file === 'a.md' ? text.split('\n')[line - 1] : undefined))

describe('what a person reads', () => {
  test('the place, the line with a mark, the hint, and other places', () => {
    const related = [
      { message: 'first here', file: 'b.md', position: source.between(0, 1) },
      { message: 'and', file: 'c.md' },
    ]
    expect(shown([at('words', { hint: 'write another', severity: 'warning', related })])).toBe(
      'a.md:2:5 warning Wrong words (yaml-syntax)\n  two words\n      ~~~~~\n  write another\n  first here: b.md:1:1\n  and: c.md\n',
    )
  })

  test('a file as a whole has no line', () => {
    expect(shown([diagnose({ file: 'a.md' }, undefined, 'empty-body', 'Empty body')])).toBe(
      'a.md error Empty body (empty-body)\n',
    )
  })

  test('marks stand under the words after a tab and in a long line', () => {
    const [, tab = '', mark = ''] = shown([at('three')]).split('\n')
    expect(tab.indexOf('three')).toBe(mark.indexOf('~'))
    const [, long = '', under = ''] = shown([at('HERE')]).split('\n')
    expect(long.length).toBeLessThan(110)
    expect(long.indexOf('HERE')).toBe(under.indexOf('~~~~'))
  })

  test('marks are as wide as what they stand under: wide characters, emoji, combining marks', () => {
    for (const [line, words] of [
      ['東京で開く。', '開く'],
      ['👩‍🚀 She flies', 'flies'],
      ['e\u0301te\u0301 chaud', 'chaud'],
    ] as const) {
      const wide = sourceText('w.md', line)
      const from = line.indexOf(words)
      const out = report([diagnose(wide, [from, from + words.length], 'yaml-syntax', 'Wrong')], false, () => line)
      const [, shownLine = '', marks = ''] = out.split('\n')
      expect(marks.indexOf('~')).toBe(displayWidth(shownLine.slice(0, shownLine.indexOf(words))))
      expect(marks.trim().length).toBe(displayWidth(words))
    }
  })

  test('in a line from right to left the words are repeated, since marks would stand elsewhere', () => {
    const line = 'يفتح المصنع يوم الاثنين في توركو'
    const from = line.indexOf('الاثنين')
    const out = report(
      [diagnose(sourceText('r.md', line), [from, from + 7], 'yaml-syntax', 'Wrong')],
      false,
      () => line,
    )
    expect(out.split('\n').slice(1, 3)).toEqual([`  ${line}`, '  ~ الاثنين'])
  })

  test('a long line is cut between characters', () => {
    const line = `${'😀'.repeat(90)}HERE${'😀'.repeat(90)}`
    const from = line.indexOf('HERE')
    const out = report(
      [diagnose(sourceText('l.md', line), [from, from + 4], 'yaml-syntax', 'Wrong')],
      false,
      () => line,
    )
    expect(out).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
    const [, cut = '', marks = ''] = out.split('\n')
    expect(marks.indexOf('~')).toBe(displayWidth(cut.slice(0, cut.indexOf('HERE'))))
  })

  test('what a terminal would take for a command is not passed on', () => {
    const loud = sourceText('b.md', 'a\u001B[31m\u0007red')
    const out = report([diagnose(loud, [7, 10], 'yaml-syntax', 'Wrong "\u001B[31mred"')], false, () => loud.text)
    expect(out).toBe('b.md:1:8 error Wrong " [31mred" (yaml-syntax)\n  a [31m red\n         ~~~\n')
  })

  test('files and places come in the order in which one reads', () => {
    const other = diagnose({ file: 'A.md' }, undefined, 'empty-body', 'Empty body')
    const order = shown([at('three'), at('one'), other, at('words')]).match(/(?<=Wrong |Empty )\w+/g)
    expect(order).toEqual(['body', 'one', 'words', 'three'])
  })
})

test('progress is drawn for a long build only, ten times a second at most, and wiped', () => {
  let now = 0
  const drawn: string[] = []
  const io = {
    cwd: '',
    env: {},
    stdout: () => {},
    stderr: (line: string) => void drawn.push(line),
    terminal: true,
    input: () => Promise.resolve(new Uint8Array()),
    interrupted: () => new AbortController().signal,
    colour: false,
    now: () => now,
  }
  const progress = progressLine(io)
  for (let done = 1; done <= 100; done++) {
    now += 10
    progress.step(done, 100)
  }
  progress.end()
  expect(drawn.length).toBeGreaterThan(4)
  expect(drawn.length).toBeLessThan(9)
  expect(drawn.at(-1)).toBe('\r\u001B[K')
  drawn.length = 0
  const short = progressLine(io)
  short.step(1, 1)
  short.end()
  expect(drawn).toEqual([])
})
