const heading = /^=== (\S+)\n/gm

/**
 * The files of an example of a rule, by path. An example is the text of one release; where it needs more than that, each file begins
 * with a line `=== path`; pictures are written as base64.
 */
export function filesOf(example: string, usual: string): Readonly<Record<string, string>> {
  const heads = [...example.matchAll(heading)]
  if (heads.length === 0) return { [usual]: example }
  return Object.fromEntries(
    heads.map(({ 0: line, 1: path = '', index }, i) => [
      path,
      example.slice(index + line.length, heads[i + 1]?.index ?? example.length),
    ]),
  )
}
