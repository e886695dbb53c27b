import type { PressRoom } from './press-room.ts'

/**
 * The file of a press room's own layout, such as email/release.mjml.hbs, or of a part of one where it has any in that folder; the layout itself
 * before others.
 */
export function ownLayout({ layouts }: PressRoom, layout: string): string | undefined {
  const folder = layout.slice(0, layout.indexOf('/') + 1)
  const own = [...layouts].filter(([name, { file }]) => name.startsWith(folder) && !file.startsWith('pressmark/'))
  return (own.find(([name]) => name === layout) ?? own[0])?.[1].file
}
