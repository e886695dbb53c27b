import { on } from 'node:events'
import { join } from 'node:path'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { openPressRoom } from '../press-room/open.ts'
import { compileFormats } from './compiled-formats.ts'
import { noClaims } from './claims.ts'
import { filesOf, type Order, type Task, type Word } from './crew.ts'
import { buildGroup, type GroupContext } from './group.ts'
import { readLedger } from './ledger.ts'
import { OutputFolder } from './outputs.ts'
import { tell, type Told } from './packed.ts'
import { asOpened } from './room-now.ts'

/** The program of one thread of a crew: makes the releases that it is given, until it is given none. */
async function work({ root, out, force, drafts, shard, now, formats: names, files }: Task, port: MessagePort) {
  const say = (word: Word): void => port.postMessage(word)
  const { value: room, diagnostics } = await openPressRoom(root)
  if (!room || String(filesOf(asOpened(room, diagnostics))) !== String(files)) return
  const formats = await compileFormats(room, names ?? room.settings.formats, join(root, '.pressmark'))
  if (!formats.value) return say({ kind: 'fault', diagnostics: formats.diagnostics })
  const portions = on(port, 'message') as AsyncIterable<[readonly Order[]]>
  say({ kind: 'ready', formats: formats.value.map(({ format }) => format.name), diagnostics: formats.diagnostics })
  for await (const [portion] of portions) {
    if (portion.length === 0) break
    const standing = portion.flatMap((order) => order.standing)
    const folder = new OutputFolder(out, force, readLedger(out, shard, standing))
    const context = { room, formats: formats.value, folder, loading: { now, claims: noClaims }, drafts }
    try {
      say({ kind: 'made', results: await makeAll(portion, context) })
    } finally {
      folder.leave()
    }
  }
}

/** Makes one after the other, until nothing more can be written. */
async function makeAll(orders: readonly Order[], context: GroupContext): Promise<readonly Told[]> {
  const results: Told[] = []
  for (const { group } of orders) {
    const result = await buildGroup(group, context)
    results.push(tell(result))
    if (result.stopped) break
  }
  return results
}

if (parentPort) await work(workerData as Task, parentPort)
