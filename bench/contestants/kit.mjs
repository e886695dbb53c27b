import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onOneProcessor } from '../place.mjs'

const kit = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const does =
  'all that `pressmark build` does by default: fields, contacts, facts of the day and boilerplate checked; page, email and plain text with inline styles and dark mode; each file written whole or not at all'

/** @type {(name: string, state: string, before: (place: import('../place.mjs').Place) => void) => import('../place.mjs').Contestant} */
const inState = (name, state, before) => ({
  name: `kit, ${name}`,
  does: state,
  lacks: '',
  versions: () => [`pressmark ${version}`],
  before,
  command: ({ root, out }) => ({ file: process.execPath, args: [kit, 'build', '--root', root, '--out', out('kit')] }),
  output: ({ out }) => out('kit'),
})

const cacheOf = ({ root }) => join(root, '.pressmark')
/** What V8 has compiled of the kit: src/source/compiled-code.ts. */
const compiledCode = fileURLToPath(new URL('../../.cache', import.meta.url))
const without = (...folders) => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }))

const warm = inState(
  'warm cache',
  'the same with the compiled layouts of an earlier build; nothing else is known of it',
  (place) => without(place.out('kit'), join(cacheOf(place), 'manifests')),
)

/** What `check` says of the same press room, with its mails and texts rendered in memory. */
const checked = (name, state) => ({
  ...inState(name, state, () => {}),
  command: ({ root }) => ({ file: process.execPath, args: [kit, 'check', '--root', root, '--quiet'] }),
})

/** In this order: each state comes of the one before. */
export const kitStates = [
  inState('first run', `${does}; nothing is there of an earlier run, as right after installing it`, (place) =>
    without(place.out('kit'), cacheOf(place), compiledCode),
  ),
  inState(
    'cold cache',
    'the same with what V8 has compiled of the kit; neither output nor `.pressmark/` is there',
    (place) => without(place.out('kit'), cacheOf(place)),
  ),
  warm,
  onOneProcessor(warm, `${warm.name}, on one processor`),
  inState('nothing changed', 'the same with the output standing and nothing changed', () => {}),
  inState('one release edited', 'the same with the output standing and a sentence added to one release', ({ root }) =>
    appendFileSync(join(root, 'releases', readdirSync(join(root, 'releases'))[0]), '\nOne more sentence.\n'),
  ),
  checked(
    'check at first',
    'all that `pressmark check` does: every rule on the sources, and on the email and plain text, which it renders in memory; the compiled layouts are there, nothing is known of their mails, V8 has not compiled the rules yet, and no output is written',
  ),
  checked('check', 'the same with what an earlier check has kept of the mails of these layouts'),
]
