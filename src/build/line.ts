/**
 * A line of text as bytes among others. A build holds one for each release until it ends: as strings they would be on the heap, which
 * grows by more than what it holds and is gone over again and again.
 */
export interface Line {
  readonly bytes: Buffer
  readonly from: number
  readonly to: number
}

export const textOf = ({ bytes, from, to }: Line): string => bytes.toString('utf8', from, to)

/** The smallest and the largest stretch of memory that lines are put into, in bytes. */
const [smallest, largest] = [1 << 12, 1 << 20]

/** Puts lines into memory one after the other; the stretches grow with their number, so that few lines take little. */
export function startLines(): (text: string) => Line {
  let bytes = Buffer.alloc(0)
  let at = 0
  return (text) => {
    const length = Buffer.byteLength(text)
    if (length > bytes.length - at) {
      bytes = Buffer.allocUnsafeSlow(Math.max(length, Math.min(largest, Math.max(smallest, bytes.length * 2))))
      at = 0
    }
    const from = at
    at += bytes.write(text, at)
    return { bytes, from, to: at }
  }
}
