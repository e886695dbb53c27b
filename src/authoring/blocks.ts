/**
 * A body as its blocks: what stands between empty lines, without the empty lines. What is fenced in as code, and a comment, is one
 * block; lines of colons that open and close a `::: quote` are lines like others.
 */
export function blocksOf(body: string): string[] {
  const blocks: string[] = []
  let open: RegExp | undefined
  let begun = false
  for (const line of body.replace(/\r\n?/g, '\n').split('\n')) {
    if (open === undefined && line.trim() === '') {
      begun = false
      continue
    }
    if (begun) blocks[blocks.length - 1] += `\n${line}`
    else blocks.push(line)
    begun = true
    if (open !== undefined) {
      if (open.test(line)) open = undefined
    } else open = closing(line)
  }
  return blocks
}

/** What closes that which a line opens, if it is left open. */
function closing(line: string): RegExp | undefined {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
  if (fence !== undefined) return new RegExp(`^ {0,3}${fence}`)
  return /^ {0,3}<!--/.test(line) && !line.includes('-->') ? /-->/ : undefined
}
