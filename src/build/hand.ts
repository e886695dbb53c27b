import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openPressRoom } from '../press-room/open.ts'
import { claimsOf } from './claims.ts'
import { compileFormats } from './compiled-formats.ts'
import { filesOf, type Result, type Task, type Word } from './crew.ts'
import { buildGroup } from './group.ts'
import { OutputFolder } from './outputs.ts'
import { asOpened } from './room-now.ts'
import { originalNames } from './sources.ts'

const resultsAtOnce = 32

/** The program of one thread of a crew: takes the next release that nobody works on, until there is none. */
async function work(task: Task, say: (word: Word) => void): Promise<void> {
  const { root, out, force, drafts, now, formats: names, groups, chosen, next, files } = task
  const { value: room, diagnostics } = await openPressRoom(root)
  if (!room || String(filesOf(asOpened(room, diagnostics))) !== String(files)) return
  const formats = await compileFormats(room, names ?? room.settings.formats, join(root, '.pressmark'))
  if (!formats.value) return say({ kind: 'fault', diagnostics: formats.diagnostics })
  say({ kind: 'ready', formats: formats.value.map(({ format }) => format.name), diagnostics: formats.diagnostics })
  const folder = new OutputFolder(out, force)
  const loading = { now, claims: claimsOf(groups), originals: () => originalNames(groups) }
  const results: Result[] = []
  const report = (): void => {
    if (results.length > 0) say({ kind: 'made', results: JSON.stringify(results.splice(0)) })
  }
  try {
    for (;;) {
      const at = Atomics.add(next, 0, 1)
      const index = chosen[at]
      const group = index === undefined ? undefined : groups[index]
      if (index === undefined || !group) return
      const result = await buildGroup(group, { room, formats: formats.value, folder, loading, drafts })
      results.push([index, result])
      if (results.length >= resultsAtOnce) report()
      if (result.stopped) Atomics.store(next, 0, chosen.length)
    }
  } finally {
    report()
    folder.leave()
  }
}

await work(workerData as Task, (word) => parentPort?.postMessage(word))
