import { join } from 'node:path'
import { openPressRoom } from '../press-room/open.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { Outcome } from '../source/diagnostic.ts'
import type { CompiledFormat } from './compiled-formats.ts'
import type { RoomRecord } from './manifest.ts'
import { asOpened, asRecorded, looksLike, type RoomNow } from './room-now.ts'

/** A press room with its layouts compiled: what releases are made with. */
export interface Workshop {
  readonly room: PressRoom
  readonly formats: readonly CompiledFormat[]
  readonly now: RoomNow
}

/** Keeps a press room and its layouts from build to build, and opens it only when that is needed. */
export class RoomKeeper {
  readonly #root: string
  readonly #formats: readonly string[] | undefined
  readonly #given: PressRoom | undefined
  #opened: RoomNow | undefined
  #workshop: Workshop | undefined

  /** Of a press room that is given, the files are not looked at: it is taken as it is. */
  constructor(root: string, formats: readonly string[] | undefined, given: PressRoom | undefined) {
    this.#root = root
    this.#formats = formats
    this.#given = given
  }

  /** The press room, where it was opened. */
  get room(): PressRoom | undefined {
    return this.#opened?.room
  }

  /** The press room as it is now: as it is known, where its files look as they did then; else it is opened. */
  async look(record: RoomRecord | undefined): Promise<Outcome<RoomNow>> {
    const recorded = record && asRecorded(record)
    const known = [this.#opened, recorded].find((one) => one && (this.#given || looksLike(this.#root, one.files)))
    return known ? { value: known, diagnostics: known.diagnostics } : await this.#open()
  }

  /** The press room, opened. */
  async opened(now: RoomNow): Promise<Outcome<RoomNow>> {
    return now.room ? { value: now, diagnostics: [] } : this.#open()
  }

  /** Everything ready for making releases; what is said of the press room and its layouts comes with it. */
  async workshop({ room, diagnostics }: RoomNow): Promise<Outcome<Workshop>> {
    const opened = room ? this.#opened : (await this.#open()).value
    if (!opened?.room) return { diagnostics }
    if (this.#workshop?.room !== opened.room) {
      const { compileFormats } = await import('./compiled-formats.ts')
      const names = this.#formats ?? opened.formats
      const formats = await compileFormats(opened.room, names, join(this.#root, '.pressmark'))
      const said = [...opened.diagnostics, ...formats.diagnostics]
      if (!formats.value) return { diagnostics: said }
      const now = { ...opened, formats: formats.value.map(({ format }) => format.name), diagnostics: said }
      this.#opened = now
      this.#workshop = { room: opened.room, formats: formats.value, now }
    }
    return { value: this.#workshop, diagnostics: this.#workshop.now.diagnostics }
  }

  async #open(): Promise<Outcome<RoomNow>> {
    const { value: room, diagnostics }: Outcome<PressRoom> = this.#given
      ? { value: this.#given, diagnostics: [] }
      : await openPressRoom(this.#root)
    this.#opened = room && asOpened(room, diagnostics)
    return { ...(this.#opened && { value: this.#opened }), diagnostics }
  }
}
