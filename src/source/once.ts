/** Works something out when it is first asked for. */
export function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined
  return () => (done ??= { value: work() }).value
}

/**
 * Works something out once for each object, and keeps it as long as the object is there: many releases ask for the same, and many rules. What
 * else the work is given must be the same for the same object.
 */
export function onceFor<Of extends object, Rest extends readonly unknown[], Made>(
  work: (of: Of, ...rest: Rest) => Made,
): (of: Of, ...rest: Rest) => Made {
  const kept = new WeakMap<Of, { readonly made: Made }>()
  return (of, ...rest) => {
    const known = kept.get(of)
    if (known) return known.made
    const made = work(of, ...rest)
    kept.set(of, { made })
    return made
  }
}

/** The same once for each object and key, such as a language. */
export function onceForKey<Of extends object, Key, Rest extends readonly unknown[], Made>(
  work: (of: Of, key: Key, ...rest: Rest) => Made,
): (of: Of, key: Key, ...rest: Rest) => Made {
  const keysOf = onceFor((_of: Of) => new Map<Key, { readonly made: Made }>())
  return (of, key, ...rest) => {
    const keys = keysOf(of)
    const known = keys.get(key)
    if (known) return known.made
    const made = work(of, key, ...rest)
    keys.set(key, { made })
    return made
  }
}
