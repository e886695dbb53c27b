import type { Origin } from './outputs.ts'

/** Files by name with their formats. A list is never changed: one with a file more or less is another list, found from it. */
interface List {
  readonly formats: ReadonlyMap<string, string>
  readonly next: Map<string, List>
  /** What a row says in JSON behind the folder, and what it says behind the source, by name; made when it is first asked for. */
  rows?: readonly (readonly [name: string, format: string])[]
}

/** A folder of which all files are made for the same, and by formats, which give each the same names; and one of any other kind. */
type Folder = { readonly source: string; readonly list: List } | Map<string, Origin>

/** More files than any folder has of formats. */
const many = 8

/**
 * Entries by path. They are held by folder, since most folders of an output folder have files of the same names and formats: for each
 * of them there is its path, its source, and a list that it shares with the others.
 */
export class Entries {
  readonly #none: List = { formats: new Map(), next: new Map() }
  readonly #folders = new Map<string, Folder>()

  has(path: string): boolean {
    return this.get(path) !== undefined
  }

  get(path: string): Origin | undefined {
    const [place, name] = cut(path)
    const folder = this.#folders.get(place)
    if (!folder || folder instanceof Map) return folder?.get(name)
    const format = folder.list.formats.get(name)
    return format === undefined ? undefined : { source: folder.source, format }
  }

  set(path: string, entry: Origin): void {
    const [place, name] = cut(path)
    const { source, format } = entry
    const folder = this.#folders.get(place)
    if (folder instanceof Map) folder.set(name, entry)
    else if (format === 'file' || (folder && (folder.source !== source || folder.list.formats.size === many)))
      this.#folders.set(place, new Map([...filesOf(folder), [name, entry]]))
    else {
      const list = changed(folder?.list ?? this.#none, `${name}/${format}`, (formats) => formats.set(name, format))
      this.#folders.set(place, { source, list })
    }
  }

  delete(path: string): void {
    const [place, name] = cut(path)
    const folder = this.#folders.get(place)
    if (!folder) return
    if (folder instanceof Map) {
      folder.delete(name)
      if (folder.size === 0) this.#folders.delete(place)
      return
    }
    const list = changed(folder.list, name, (formats) => formats.delete(name))
    if (list.formats.size === 0) this.#folders.delete(place)
    else this.#folders.set(place, { source: folder.source, list })
  }

  /** Folder by folder, and in each by name. */
  *inOrder(): Generator<[path: string, entry: Origin]> {
    for (const place of [...this.#folders.keys()].sort())
      for (const [name, entry] of [...filesOf(this.#folders.get(place))].sort(byName)) yield [place + name, entry]
  }

  /** The same as rows of JSON, those of each folder together. */
  *inJson(): Generator<string> {
    for (const place of [...this.#folders.keys()].sort()) {
      const folder = this.#folders.get(place)
      if (!folder) continue
      if (folder instanceof Map) {
        yield [...folder]
          .sort(byName)
          .map(([name, entry]) => rowOf(place + name, entry))
          .join(',\n')
        continue
      }
      const [before, between] = [`[${JSON.stringify(place).slice(0, -1)}`, `,${JSON.stringify(folder.source)},`]
      yield rowsOf(folder.list)
        .map(([name, format]) => before + name + between + format)
        .join(',\n')
    }
  }
}

/** An entry as a row of JSON. */
export const rowOf = (path: string, { source, format }: Origin): string => JSON.stringify([path, source, format])

const rowsOf = (list: List): NonNullable<List['rows']> =>
  (list.rows ??= [...list.formats]
    .sort(byName)
    .map(([name, format]) => [JSON.stringify(name).slice(1), `${JSON.stringify(format)}]`]))

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** The folder with the slash after it, and the name in it. */
function cut(path: string): [place: string, name: string] {
  const at = path.lastIndexOf('/') + 1
  return [path.slice(0, at), path.slice(at)]
}

function* filesOf(folder: Folder | undefined): Generator<[name: string, entry: Origin]> {
  if (folder instanceof Map) yield* folder
  else if (folder) for (const [name, format] of folder.list.formats) yield [name, { source: folder.source, format }]
}

/** A list after a change. No name has a slash, so that a file that is taken away is not taken for one that is added. */
function changed({ formats, next }: List, change: string, make: (formats: Map<string, string>) => void): List {
  const known = next.get(change)
  if (known) return known
  const list = { formats: new Map(formats), next: new Map<string, List>() }
  make(list.formats)
  next.set(change, list)
  return list
}
