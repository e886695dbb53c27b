import type { PressRoom } from '../press-room/press-room.ts'
import { Diagnostics, type Diagnostic } from '../source/diagnostic.ts'
import { loadGroup, readFile, type LoadOptions } from './load.ts'
import { releasesIn, type ReleaseGroup } from './sources.ts'

/** What is wrong with releases that cannot be built because the layouts are at fault: a person mends all of it in one go. */
export async function faultsOf(
  room: PressRoom,
  groups: readonly ReleaseGroup[],
  loading: LoadOptions,
): Promise<readonly Diagnostic[]> {
  const found = new Diagnostics()
  for (const group of groups)
    for (const { diagnostics } of await loadGroup(room, group, loading)) found.add(diagnostics)
  return found.all
}

/**
 * What is wrong with the files in releases/ whatever the press room says, for a press room that is itself at fault: their front
 * matter, and nothing that depends on settings, contacts or About texts.
 */
export async function faultsWithoutRoom(root: string): Promise<readonly Diagnostic[]> {
  const found = new Diagnostics()
  const settings = { language: 'en-US', timeZone: 'UTC' }
  const { value: groups = [], diagnostics } = await releasesIn(root)
  found.add(diagnostics)
  for (const file of groups.flatMap(({ files }) => files)) found.add(readFile(root, file, settings).diagnostics)
  return found.all
}
