import { describe, expect, test } from 'vitest'
import { rules } from '../../src/check/release/index.ts'
import { isMarked, judged, rooms } from '../support/corpus.ts'

const line = ({ file, position, severity, code, message }: Awaited<ReturnType<typeof judged>>['found'][number]) =>
  `${file}:${position?.start.line}:${position?.start.column} ${severity} ${message} (${code})`

describe('releases that a good press officer would send', () => {
  test.each(rooms('good'))('nothing is said of %s', async (name) => {
    const { found } = await judged('good', name)
    expect(found.filter(({ code }) => code !== 'unknown-language').map(line)).toEqual([])
  })
})

describe('releases that nobody should send', async () => {
  const poor = await Promise.all(rooms('poor').map((name) => judged('poor', name)))

  test('are told of as a person has marked them', async () => {
    const good = await Promise.all(rooms('good').map((name) => judged('good', name)))
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
    const missed = poor.flatMap(({ found, marked }) =>
      marked
        .filter((one) => !found.some((each) => isMarked(each, one)))
        .map(({ file, rule, start }) => `- ${file} at ${start}: ${rule}`),
    )
    const unasked = poor.flatMap(({ found, marked }) =>
      found.filter((each) => !marked.some((one) => isMarked(each, one))).map((one) => `- ${line(one)}`),
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
