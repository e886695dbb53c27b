import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isInstalled, versionsOf } from '../place.mjs'
import { writeSite } from './eleventy/site.mjs'

const packages = ['@11ty/eleventy', 'mjml', 'juice', 'markdown-it', 'handlebars']

/** @type {import('../place.mjs').Contestant} */
export const eleventy = {
  name: 'Eleventy with mjml and juice',
  does: 'the layouts of the straightforward pipeline in an Eleventy site: a page for each release, and its email and plain text from the same content',
  lacks: 'as the straightforward pipeline',
  versions: () => versionsOf(...packages),
  isThere: () => isInstalled(...packages),
  setUp: async ({ root, site }) => {
    rmSync(site('eleventy'), { recursive: true, force: true })
    writeSite(root, site('eleventy'))
  },
  before: ({ out }) => rmSync(out('eleventy'), { recursive: true, force: true }),
  command: ({ root, out, site }) => ({
    file: process.execPath,
    args: [
      fileURLToPath(new URL('../node_modules/@11ty/eleventy/cmd.cjs', import.meta.url)),
      '--quiet',
      `--config=${fileURLToPath(new URL('eleventy/config.mjs', import.meta.url))}`,
      `--output=${out('eleventy')}`,
    ],
    cwd: site('eleventy'),
    env: { PRESS_ROOM: root },
  }),
  output: ({ out }) => out('eleventy'),
}
