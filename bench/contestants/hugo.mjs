import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { onOneProcessor } from '../place.mjs'
import { writeSite } from './hugo/site.mjs'

const does =
  'Goldmark and Go templates for each release in three output formats; its email layout is compiled by MJML and juice beforehand, untimed, with Hugo’s expressions in it; the text of the mail gets inline styles by render hooks and replaced tags, the plain text its addresses, dashes and paragraphs in the same way'
const lacks =
  'MJML, checks, facts by date; underlined headings and aligned tables in the plain text; quotes are plain block quotes; it writes in place and builds everything each time'

/** @type {import('../place.mjs').Contestant} */
export const hugo = {
  name: 'Hugo',
  does,
  lacks,
  versions: () =>
    [/v[\d.]+\S*/.exec(String(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout))?.[0] ?? '?'].map(
      (version) => `Hugo ${version}`,
    ),
  isThere: () => spawnSync('hugo', ['version']).status === 0,
  setUp: async ({ root, site }) => {
    rmSync(site('hugo'), { recursive: true, force: true })
    await writeSite(root, site('hugo'))
  },
  before: ({ out, site }) => {
    rmSync(out('hugo'), { recursive: true, force: true })
    rmSync(`${site('hugo')}/cache`, { recursive: true, force: true })
  },
  command: ({ out, site }) => ({
    file: 'hugo',
    args: ['--quiet', '--noBuildLock', '--source', site('hugo'), '--destination', out('hugo')],
  }),
  output: ({ out }) => out('hugo'),
}

export const hugoAlone = onOneProcessor(hugo, 'Hugo on one processor')
