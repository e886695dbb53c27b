import { matchesIn } from '../../source/matches.ts'
import { definePlainTextRule } from './rule.ts'

export const textNumber = definePlainTextRule({
  code: 'text-number',
  severity: 'warning',
  summary: 'Give every number an address, and every address its number',
  why: 'A reader of plain text has nothing but the number to find where a link leads.',
  examples: {
    good: [
      'The data [1] and the atlas [2] are free. So are the data [1].\n\n[1] https://example.org/data\n[2] https://example.org/atlas\n',
      '“[W]e measure it,” she said in [2019] 2 AC 1.\n',
      'The case is cited as [3].\n',
      'See [12] of the judgment [1].\n\n[1] https://example.org/judgment\n',
    ],
    bad: {
      'The data [1] and the atlas [2] are free.\n\n[1] https://example.org/data\n':
        '1:28 Number without an address, [2]',
      'The data are free.\n\n[1] https://example.org/data\n': '3:1 Address without a number in the text, [1]',
      'The data [1] are free.\n\n[1] https://example.org/data\n[1] https://example.org/atlas\n':
        '4:1 Second address of the number [1]',
    },
  },
  check({ source: { text } }, report) {
    const listed = new Map<string, number>()
    for (const { 0: mark, index } of matchesIn(text, /^\[\d{1,3}\](?= (?:https?:|\S+@))/gm)) {
      if (listed.has(mark))
        report({ message: `Second address of the number ${mark}`, hint, at: [index, index + mark.length] })
      listed.set(mark, listed.get(mark) ?? index)
    }
    // Where no address has a number, what stands in brackets is the author's.
    if (listed.size === 0) return
    const used = new Set<string>()
    // A number far beyond the last is one of a paragraph or a source.
    const next = Math.max(...[...listed.keys()].map(numberOf)) + 1
    for (const { 0: mark, index } of matchesIn(text, /(?<=\S )\[\d{1,3}\]/g)) {
      if (!listed.has(mark) && numberOf(mark) <= next)
        report({ message: `Number without an address, ${mark}`, hint, at: [index, index + mark.length] })
      used.add(mark)
    }
    for (const [mark, index] of listed)
      if (!used.has(mark))
        report({ message: `Address without a number in the text, ${mark}`, hint, at: [index, index + mark.length] })
  },
})

const numberOf = (mark: string): number => Number(mark.slice(1, -1))

const hint = 'Let the layout print the addresses that it has numbered, each once'
