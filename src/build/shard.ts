import { createHash } from 'node:crypto'
import { ownPictures } from './outputs.ts'

/** One of several disjoint parts of a press room, counted from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** Why a shard is none; nothing where it is one. */
export function shardFault({ index, count }: Shard): string | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(count) || count < 1)
    return 'A shard is named by whole numbers, such as 1/4'
  return index < 1 || index > count ? `There are ${count} shards, from 1/${count} to ${count}/${count}` : undefined
}

/**
 * Whether a release, by the key of its group, or the press room's own pictures belong to a shard. It depends on nothing but the
 * key: a new release moves no other one to another shard. Without a shard everything does.
 */
export function belongsTo(shard: Shard | undefined, key: string): boolean {
  if (!shard) return true
  if (key === ownPictures) return shard.index === 1
  return createHash('sha256').update(key).digest().readUInt32BE(0) % shard.count === shard.index - 1
}
