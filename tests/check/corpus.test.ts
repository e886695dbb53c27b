import { describe, expect, test } from 'vitest'
import { rules } from '../../src/check/release/index.ts'
import { isMarked, judged, rooms } from '../support/corpus.ts'

const line = ({ file, position, severity, code, message }: Awaited<ReturnType<typeof judged>>['found'][number]) =>
  `${file}:${position?.start.line}:${position?.start.column} ${severity} ${message} (${code})`

const judge = (half: 'good' | 'poor') =>
  Promise.all(rooms(half).map(async (name) => ({ name, ...(await judged(half, name)) })))
const good = await judge('good')
const poor = await judge('poor')

describe('releases that a good press officer would send', () => {
  test.each(good)('nothing is said of $name', ({ found }) =>
    expect(found.filter(({ code }) => code !== 'unknown-language').map(line)).toEqual([]),
  )
})

describe('releases that nobody should send', () => {
  test('are told of as a person has marked them', async () => {
    const all = [...poor, ...good]
    const rows = rules.map(({ code }) => {
      const found = all.flatMap((room) => room.found.filter((one) => one.code === code).map((one) => ({ one, room })))
      const right = found.filter(({ one, room }) => room.marked.some((mark) => isMarked(one, mark))).length
      const marks = all.flatMap(({ marked }) => marked.filter(({ rule }) => rule === code))
      const told = all.flatMap((room) =>
        room.marked.filter((mark) => mark.rule === code && room.found.some((one) => isMarked(one, mark))),
      )
      return [code, marks.length, ratio(right, found.length), ratio(told.length, marks.length)]
    })
    const missed = poor.flatMap(({ name, found, marked }) =>
      marked
        .filter((one) => !found.some((each) => isMarked(each, one)))
        .map(({ file, line, rule, words }) => `- ${name}/${file}:${line}: ${rule} ${words}`.trim()),
    )
    const unasked = poor.flatMap(({ name, found, marked }) =>
      found.filter((each) => !marked.some((one) => isMarked(each, one))).map((one) => `- ${name}/${line(one)}`),
    )
    const report = [
      '| rule | marked | precision | recall |\n|---|---:|---:|---:|',
      ...rows.map((row) => `| ${row.join(' | ')} |`),
      '\nMissed:\n',
      ...missed,
      '\nNot marked:\n',
      ...unasked,
    ]
    await expect(`${report.join('\n')}\n`).toMatchFileSnapshot('../corpus/report.md')
  })
})

const ratio = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2))
