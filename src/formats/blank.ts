import { ownLayout } from '../press-room/own-layout.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import type { Parts } from '../template/parts.ts'

/** An error where a layout, such as html/release.hbs, has rendered to nothing: a press room's own can, and a blank page would go out. */
export function blankLayout(room: PressRoom, layout: string, rendered: string | Parts): Diagnostic[] {
  const says = (part: Parts[number]): boolean => /\S/.test(typeof part === 'string' ? part : part.text)
  if (typeof rendered === 'string' ? says(rendered) : rendered.some(says)) return []
  const file = ownLayout(room, layout) ?? `pressmark/templates/${layout}`
  const hint = 'write into it what is to be handed out, or delete it to have that of the kit'
  return [diagnose({ file }, undefined, 'invalid-layout', 'A layout that renders to nothing', { hint })]
}
