import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../source/decode.ts'
import type { ReleaseGroup } from './listed.ts'
import type { SourceText } from '../source/text.ts'

/** The texts of releases for rules that compare one with others. */
export interface ReleaseTexts {
  /** By its file name without .md. */
  other(name: string): SourceText | undefined
  /** Those just before a release, in the language of its file name, the nearest first. */
  before(file: string): readonly SourceText[]
  /** Keeps a text that was read already: the next release may be compared with it. */
  keep(source: SourceText): void
}

/** How many releases a new one is most likely copied from, and how many texts are kept: those of a portion, and of some before it. */
const near = 3
const kept = 40

export function releaseTexts(root: string, groups: readonly ReleaseGroup[]): ReleaseTexts {
  // What the list could not read is not read here either: it may be a pipe.
  const files = groups.flatMap((group) => group.files.filter(({ place }) => place.digest !== ''))
  const paths = new Map(files.map(({ path }) => [nameOf(path), path]))
  const lists = new Map<string, string[]>()
  const places = new Map<string, { readonly list: readonly string[]; readonly index: number }>()
  for (const { path, name } of files) {
    const list = lists.get(name.language ?? '') ?? []
    lists.set(name.language ?? '', list)
    places.set(path, { list, index: list.length })
    list.push(path)
  }
  const texts = new Map<string, SourceText | undefined>()
  const read = (path: string): SourceText | undefined => {
    if (texts.has(path)) return texts.get(path)
    const text = readSource(root, path)
    keep(path, text)
    return text
  }
  const keep = (path: string, text: SourceText | undefined): void => {
    texts.set(path, text)
    const [oldest] = texts.keys()
    if (texts.size > kept && oldest !== undefined) texts.delete(oldest)
  }
  return {
    other(name) {
      const path = paths.get(name)
      return path === undefined ? undefined : read(path)
    },
    before(file) {
      const { list, index } = places.get(file) ?? { list: [], index: 0 }
      return list
        .slice(Math.max(0, index - near), index)
        .reverse()
        .flatMap((path) => read(path) ?? [])
    },
    keep: (source) => keep(source.file, source),
  }
}

const nameOf = (path: string): string => path.replace(/^releases\//, '').replace(/(?:\/index)?\.md$/, '')

/** A file of the press room; nothing where it cannot be read. */
export function readSource(root: string, path: string): SourceText | undefined {
  try {
    return decode(path, readFileSync(join(root, path))).value
  } catch {
    return undefined
  }
}
