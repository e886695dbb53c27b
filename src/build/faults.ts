import { join } from 'node:path'
import type { Instant } from '../calendar/zone.ts'
import { openSoundPart } from '../press-room/open.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { Diagnostics, type Diagnostic } from '../source/diagnostic.ts'
import { claimsOf } from './claims.ts'
import type { ReleaseGroup } from './listed.ts'
import { loadGroup, readFile, type LoadOptions } from './load.ts'
import { originalNames, releasesIn } from './sources.ts'

/** What is wrong with releases that cannot be built because the layouts are at fault: a person mends all of it in one go. */
export async function faultsOf(
  room: PressRoom,
  groups: Iterable<ReleaseGroup>,
  loading: LoadOptions,
): Promise<readonly Diagnostic[]> {
  const found = new Diagnostics()
  for (const group of groups)
    for (const { diagnostics } of await loadGroup(room, group, loading)) found.add(diagnostics)
  return found.all
}

/** What else is wrong, where the press room is at fault and nothing can be built: with its layouts, and with its releases. */
export async function faultsBeside(root: string, now: Instant): Promise<readonly Diagnostic[]> {
  const { value: room, diagnostics } = await openSoundPart(root)
  if (!room) return diagnostics.some(({ code }) => code === 'missing-settings') ? [] : faultsWithoutRoom(root)
  const found = new Diagnostics()
  if (diagnostics.every(isOfMaterial)) {
    const { compileFormats } = await import('./compiled-formats.ts')
    found.add((await compileFormats(room, room.settings.formats, join(root, '.pressmark'))).diagnostics)
  }
  const { value: groups = [], ...listed } = await releasesIn(root)
  found.add(listed.diagnostics)
  found.add(await faultsOf(room, groups, { now, claims: claimsOf(groups), originals: () => originalNames(groups) }))
  return found.all
}

/** Whether a fault keeps only those releases from being made that call a person, a figure or a text by name. Layouts need all else. */
export const isOfMaterial = ({ severity, file }: Diagnostic): boolean =>
  severity !== 'error' || /^templates\/(?:contacts\.yaml$|facts\.yaml$|boilerplate\/)/.test(file)

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
