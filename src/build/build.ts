import type { PressRoom } from '../press-room/press-room.ts'
import { Builder } from './builder.ts'
import type { BuildOptions, BuildReport } from './report.ts'

/**
 * Renders the releases of a press room into its output folder. A release with an error does not stop the others. Throws only what
 * the disk throws before anything is written; later it is a diagnostic.
 */
export async function build(room: PressRoom, options: BuildOptions): Promise<BuildReport> {
  const { value } = await new Builder(room.root, options, room).build(options)
  if (!value) throw new Error('a press room that is given cannot be at fault')
  return value
}
