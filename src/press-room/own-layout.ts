import type { PressRoom } from './press-room.ts'

/**
 * The file of a press room's own layout, such as email/release.mjml.hbs, or of a part of one where it has any in that folder; the first that is
 * named and its own before others.
 */
export function ownLayout({ layouts }: PressRoom, ...named: readonly [string, ...string[]]): string | undefined {
  const folder = named[0].slice(0, named[0].indexOf('/') + 1)
  const own = [...layouts].filter(([name, { file }]) => name.startsWith(folder) && !file.startsWith('pressmark/'))
  const first = named.find((layout) => own.some(([name]) => name === layout))
  return (own.find(([name]) => name === first) ?? own[0])?.[1].file
}
