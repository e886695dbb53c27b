import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importFiles } from '../../src/import/import.ts'

const root = join(import.meta.dirname, '../..')
const seed = join(root, '../shared/seed/cicc-2020-04-09.md')
const file = 'releases/2020-04-09-cicc-urges-president-trump-to-stop-threatening-icc.md'

test.skipIf(!existsSync(seed))(
  'the file that the first release came from imports to that release, byte for byte (skipped where the file is not there)',
  async () => {
    const { releases, diagnostics } = await importFiles(root, [seed], { dryRun: true, force: true })
    expect(diagnostics).toEqual([])
    expect(releases.map((one) => [one.file, one.remarks, one.leftOver])).toEqual([[file, [], []]])
    expect(releases[0]?.text).toBe(readFileSync(join(root, file), 'utf8'))
  },
)
