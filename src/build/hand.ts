import { on } from 'node:events'
import { join } from 'node:path'
import { parentPort, type MessagePort } from 'node:worker_threads'
import { openPressRoom } from '../press-room/open.ts'
import { compileFormats } from './compiled-formats.ts'
import { noClaims } from './claims.ts'
import type { Order, Task, Word } from './crew.ts'
import { buildGroups, type GroupContext } from './group.ts'
import { readLedger } from './ledger.ts'
import { arrived } from './listed.ts'
import { OutputFolder } from './outputs.ts'
import { tell, type Told } from './packed.ts'
import { asOpened, isMadeOf, type Files } from './room-now.ts'

/** The program of one thread of a crew: gets ready, and makes the releases that it is given, until it is given none. */
async function work(port: MessagePort): Promise<void> {
  const words = on(port, 'message') as AsyncIterableIterator<[Task | Files | readonly Order[]]>
  try {
    await makeWhatIsGiven(words, (word) => port.postMessage(word))
  } finally {
    // A port that is listened to would keep the thread.
    await words.return?.()
  }
}

async function makeWhatIsGiven(
  words: AsyncIterableIterator<[Task | Files | readonly Order[]]>,
  say: (word: Word) => void,
): Promise<void> {
  const [task] = (await words.next()).value ?? []
  if (!task) return
  const { root, out, force, drafts, shard, now, formats: names } = task as Task
  const { value: room, diagnostics } = await openPressRoom(root)
  const formats = room && (await compileFormats(room, names ?? room.settings.formats, join(root, '.pressmark')))
  const files = (await words.next()).value?.[0]
  if (!room || !formats || !isMadeOf(asOpened(room, diagnostics), files as Files)) return
  if (!formats.value) return say({ kind: 'fault', diagnostics: formats.diagnostics })
  say({ kind: 'ready', formats: formats.value.map(({ format }) => format.name), diagnostics: formats.diagnostics })
  for await (const [given] of words) {
    const portion = given as readonly Order[]
    if (portion.length === 0) break
    const standing = portion.flatMap((order) => order.standing)
    const folder = new OutputFolder(out, force, readLedger(out, { shard, entries: standing }))
    const context = { room, formats: formats.value, folder, loading: { now, claims: noClaims }, drafts }
    let results: readonly Told[] = []
    let announced = 0
    try {
      results = await makeAll(portion, context)
    } finally {
      // Before it is said: whoever hears the last of it may end the process.
      announced = folder.leave()
    }
    say({ kind: 'made', results, announced })
  }
}

/** Makes all of them, or as many as can be written. */
async function makeAll(orders: readonly Order[], context: GroupContext): Promise<readonly Told[]> {
  const results: Told[] = []
  const groups = orders.map(({ group }) => arrived(group))
  for await (const [, result] of buildGroups(groups, context)) results.push(tell(result))
  return results
}

if (parentPort) void work(parentPort)
