/**
 * The name that somebody most likely meant: the nearest by edits (insert, delete, replace, swap of neighbours, letter case free),
 * when it is near enough to be a slip and not another word.
 */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length * 0.4)) + 1
  for (const name of names) {
    if (Math.abs(name.length - word.length) >= bestDistance) continue
    const distance = editDistance(wanted, name.toLowerCase())
    if (distance < bestDistance) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

/** The hint for an unknown name: the nearest right one, or the names there are when they are few enough to read. */
export function didYouMean(word: string, names: Iterable<string>): string | undefined {
  const known = [...names]
  const near = nearest(word, known)
  if (near !== undefined) return `did you mean "${near}"?`
  if (known.length > 0 && known.length <= 12) return `known: ${known.join(', ')}`
  return undefined
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour: optimal string alignment distance. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1)
      row.push(value)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
