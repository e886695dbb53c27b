import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildHere } from './support/press-room.ts'

const root = join(import.meta.dirname, '..')
const seed = join(root, '../shared/seed/cicc-2020-04-09.md')
const page = 'releases/cicc-urges-president-trump-to-stop-threatening-icc'

/** The words of the release as it came, with its typographic faults mended: run-together lines apart, the phone number's space taken out. */
const words = (markdown: string): string[] =>
  markdown
    .replace('+ 31', '+31')
    .replace(/\[((?:[^[\]]|\[[^\]]*\])*)\]\([^)]*\)/g, '$1 ')
    .replace(/\*\*/g, ' ')
    .split(/\s+/)
    .filter(Boolean)

test.skipIf(!existsSync(seed))(
  'the first release reproduces the one it came from word for word (skipped where that file is not there)',
  async () => {
    const { output, report } = await buildHere(root, { formats: ['text'] })
    const text = output(`${page}/release.txt`)
      .replace(/^[=-]{4,}$/gm, '')
      .split(/\s+/)
      .filter(Boolean)
    const masthead = 'Coalition for the International Criminal Court'.split(' ')
    expect(text).toEqual([...masthead, ...words(readFileSync(seed, 'utf8')), '###'])
    expect(report.diagnostics.map(({ code }) => code)).toEqual([
      'placeholder-link',
      'placeholder-link',
      'placeholder-link',
    ])
  },
)
