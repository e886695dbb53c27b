import { speakerOf, type ReleaseFile, type ReleaseGroup } from '../build/listed.ts'
import { diagnose, type Outcome } from '../source/diagnostic.ts'
import { nearest } from '../source/nearest.ts'

/** A release with its translations, and the file of it that is meant. */
export interface Found {
  readonly group: ReleaseGroup
  readonly file: ReleaseFile
}

/** The release that somebody calls by its path from the press room, by its file name, or by its slug. */
export function findRelease(groups: readonly ReleaseGroup[], called: string): Outcome<Found> {
  const path = called.replaceAll('\\', '/').replace(/^\.\//, '')
  const name = path.replace(/\.(?:md|markdown)$/i, '').replace(/\/index$/, '')
  for (const group of groups) {
    const file = group.files.find((one) => one.path === path)
    if (file) return { value: { group, file }, diagnostics: [] }
  }
  const group = groups.findLast(
    ({ key, slug, aliases }) => [key, key.replace(/^releases\//, ''), slug].includes(name) || aliases.includes(name),
  )
  const file = group && speakerOf(group.files)
  if (group && file) return { value: { group, file }, diagnostics: [] }
  const near = nearest(
    name,
    groups.flatMap(({ slug, key }) => [slug, key]),
  )
  const hint = near === undefined ? 'name it by its file in releases/, or by its slug' : `did you mean "${near}"?`
  return {
    diagnostics: [diagnose({ file: called }, undefined, 'unknown-file', 'No release of this press room', { hint })],
  }
}

/** Of a release whose front matter has a fault. */
export const unreadable = (path: string): Outcome<never> => ({
  diagnostics: [
    diagnose({ file: path }, undefined, 'unreadable-file', 'The release cannot be read', {
      hint: 'see what pressmark check says of it',
    }),
  ],
})
