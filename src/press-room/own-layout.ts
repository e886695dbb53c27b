import type { PressRoom } from './press-room.ts'

/**
 * The file of a press room's own layout, or of a part of one, where it has any below a folder of templates/; the one that is asked for
 * before others.
 */
export function ownLayout({ layouts }: PressRoom, folder: string, first: string): string | undefined {
  const own = [...layouts].filter(([name, { file }]) => name.startsWith(folder) && !file.startsWith('pressmark/'))
  return (own.find(([name]) => name === first) ?? own[0])?.[1].file
}
