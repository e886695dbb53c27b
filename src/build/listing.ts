import { ReleaseFile, ReleaseGroup, type Place } from './listed.ts'
import { Register } from './register.ts'

/**
 * So many groups are held as they are; those behind them, of the largest press rooms only, as texts in a register. A build goes over all of them
 * several times, and to read a text takes as long as a hundredth of what a release takes: 10,000 releases took 6 % longer with 4,096 here.
 */
const held = 10_240

/** The groups of a press room, or some of them, as long as a build goes on. */
export class Listing implements Iterable<ReleaseGroup> {
  #first: ReleaseGroup[] = []
  #rest = new Register()
  /** For each of them whether it is one of these, where not all of them are. */
  #chosen: Uint8Array | undefined

  static of(groups: readonly ReleaseGroup[]): Listing {
    const listing = new Listing()
    for (const group of groups) listing.add(group)
    return listing
  }

  get length(): number {
    return this.#chosen?.reduce((sum, one) => sum + one, 0) ?? this.#first.length + this.#rest.size
  }

  /** Adds a group behind the others, of which none may have its key. Not to a part of a listing. */
  add(group: ReleaseGroup): void {
    if (this.#first.length < held) this.#first.push(group)
    else this.#rest.add(group.key, folded(group))
  }

  [Symbol.iterator](): Iterator<ReleaseGroup, undefined> {
    return this.#chosen ? this.#those(this.#chosen) : this.#all()[Symbol.iterator]()
  }

  /** Their keys alone, for which nothing has to be unfolded. */
  *keys(): Generator<string, undefined> {
    let at = 0
    for (const { key } of this.#first) if (this.#chosen?.[at++] !== 0) yield key
    for (const [key] of this.#rest) if (this.#chosen?.[at++] !== 0) yield key
  }

  /** Those of them which a test lets pass. */
  filter(test: (group: ReleaseGroup) => boolean): Listing {
    let at = 0
    const chosen = new Uint8Array(this.#first.length + this.#rest.size)
    for (const group of this.#all()) {
      if (this.#chosen?.[at] !== 0 && test(group)) chosen[at] = 1
      at++
    }
    return chosen.includes(0) ? this.#like({ chosen }) : this
  }

  /** The same groups, with others in the place of those that have the same keys. */
  with(groups: ReadonlyMap<string, ReleaseGroup>): Listing {
    const first = this.#first.map((group) => groups.get(group.key) ?? group)
    const changes = [...groups].filter(([key]) => this.#rest.get(key) !== undefined)
    const rest = this.#rest.with(new Map(changes.map(([key, group]) => [key, folded(group)])))
    return this.#like({ first, rest })
  }

  #like({ first = this.#first, rest = this.#rest, chosen = this.#chosen }): Listing {
    const listing = new Listing()
    listing.#first = first
    listing.#rest = rest
    listing.#chosen = chosen
    return listing
  }

  /** All of them, the array itself where that is all: a generator takes its time. */
  #all(): Iterable<ReleaseGroup, undefined> {
    return this.#rest.size === 0 ? this.#first : this.#eachOne()
  }

  *#eachOne(): Generator<ReleaseGroup, undefined> {
    yield* this.#first
    for (const [key, line] of this.#rest) yield unfolded(key, line)
  }

  *#those(chosen: Uint8Array): Generator<ReleaseGroup, undefined> {
    let at = 0
    for (const group of this.#all()) if (chosen[at++] === 1) yield group
  }
}

const folded = ({ files }: ReleaseGroup): string => JSON.stringify(files.map(({ path, place }) => [path, place]))

function unfolded(key: string, line: string): ReleaseGroup {
  const files = JSON.parse(line) as (readonly [path: string, place: Place])[]
  return new ReleaseGroup(
    key,
    files.map(([path, place]) => new ReleaseFile(path, place)),
  )
}
