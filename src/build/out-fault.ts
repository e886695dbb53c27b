import { existsSync, realpathSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import { unlinked } from '../source/below.ts'
import { roomsIn } from './ledger.ts'

/** The folders of a press room that hold what people write, and the cache. */
const sources = new Set(['releases', 'templates', 'rules', '.pressmark'])

/** What keeps a folder from being the output folder of a press room; `force` lets it have one that is another room's. */
export function outFault(root: string, out: string, force: boolean): Diagnostic | undefined {
  const way = relative(unlinked(root), unlinked(out))
  const [first = ''] = way.split(sep)
  if (way === '') return refused('.', 'The output folder is the press room itself')
  if (sources.has(first))
    return refused(way.split(sep).join('/'), `The output folder is in ${first}/, with what it is made from`)
  const rooms = force ? [] : roomsIn(out).map((room) => resolve(out, room))
  const other = rooms.find((room) => isOther(room, root))
  if (other === undefined) return undefined
  const message = `The output folder is that of another press room, ${other}`
  return refused(
    way.startsWith('..') ? out : way,
    message,
    'name a folder of its own with --out, or take this one over with --force',
  )
}

/** Whether there is another press room still: one that was moved or renamed has its output folder all the same. */
const isOther = (folder: string, root: string): boolean =>
  existsSync(join(folder, 'press.yaml')) && realpathSync(folder) !== realpathSync(root)

const refused = (file: string, message: string, hint = 'name a folder of its own with --out'): Diagnostic =>
  diagnose({ file }, undefined, 'output-not-ours', message, { hint })
