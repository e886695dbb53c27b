import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** @type {import('../place.mjs').Contestant} */
export const floor = {
  name: 'reading and writing only',
  does: 'reads every source, reads the files that the kit wrote and writes them elsewhere',
  lacks: 'everything in between',
  versions: () => [],
  before: ({ out }) => rmSync(out('floor'), { recursive: true, force: true }),
  command: ({ root, out }) => ({
    file: process.execPath,
    args: [fileURLToPath(new URL('floor/build.mjs', import.meta.url)), root, out('kit'), out('floor')],
  }),
  output: ({ out }) => out('floor'),
}
