import { on } from 'node:events'
import { parentPort, type MessagePort } from 'node:worker_threads'
import { openSoundPart } from '../press-room/open.ts'
import type { Briefing, CheckTask, Stretch } from './check-crew.ts'
import { groupCheck } from './check-group.ts'
import { outputCheck } from './check-outputs.ts'
import { isOfMaterial } from './faults.ts'
import { arrived } from './listed.ts'
import { asOpened, isMadeOf } from './room-now.ts'
import { rulingOf } from './ruling.ts'

/** The program of one thread that looks at releases: gets ready, and looks at those that it is given, until it is given none. */
async function work(port: MessagePort): Promise<void> {
  const words = on(port, 'message') as AsyncIterableIterator<[CheckTask | string | Stretch]>
  try {
    await lookAtWhatIsGiven(words, (said) => port.postMessage(said))
  } finally {
    // A port that is listened to would keep the thread.
    await words.return?.()
  }
}

async function lookAtWhatIsGiven(
  words: AsyncIterableIterator<[CheckTask | string | Stretch]>,
  say: (said: string) => void,
): Promise<void> {
  const [task] = (await words.next()).value ?? []
  if (!task) return
  const { root, now, fix } = task as CheckTask
  const { value: room, diagnostics } = await openSoundPart(root)
  if (!room) return
  const { ruling } = rulingOf(room, undefined, [], false)
  const outputs = diagnostics.every(isOfMaterial) ? (await outputCheck(room, ruling.worth)).value : undefined
  const { files, groups: sent, unreleased } = JSON.parse(String((await words.next()).value?.[0])) as Briefing
  const groups = sent.map(arrived)
  if (!isMadeOf(asOpened(room, diagnostics), files)) return
  const lookAt = groupCheck({
    room,
    groups,
    now,
    fix,
    ruling,
    outputs,
    unreleased: () => unreleased,
    answerOf: undefined,
  })
  for await (const [stretch] of words) {
    const [start, end] = stretch as Stretch
    if (start === end) break
    const looks = await lookAt(groups.slice(start, end))
    // As JSON, which is quicker than to copy objects.
    say(JSON.stringify(looks.map((look, i) => [start + i, look])))
  }
}

if (parentPort) void work(parentPort)
