/** One mark of a conditional comment, Microsoft's way to show a part of a page to Outlook only, or to all but Outlook. */
interface Mark {
  readonly start: number
  readonly end: number
  readonly kind: 'open' | 'close'
  /** `hidden` is one comment from open to close, for others than Outlook; `revealed` is live markup between two comments. */
  readonly form: 'hidden' | 'revealed'
  readonly condition: string
}

/** A part of a page under a condition; the content stands between its two marks. */
interface Conditional {
  readonly open: Mark
  readonly close: Mark
}

export interface Conditionals {
  readonly blocks: readonly Conditional[]
  /** Marks without a partner: every client shows or hides something else than was meant. */
  readonly unpaired: readonly Mark[]
}

const marks = new RegExp(
  [
    /<!--\[if ([^\]]*)\]>\s*(?:<!)?-->/.source, // revealed, open
    /<!--\s*<!\[endif\]-->/.source, // revealed, close
    /<!--\[if ([^\]]*)\]>/.source, // hidden, open
    /<!\[endif\]-->/.source, // hidden, close
    /<!\[if ([^\]]*)\]>/.source, // revealed, open, without a comment around it
    /<!\[endif\]>/.source, // revealed, close
  ].join('|'),
  'gi',
)

/** Finds the conditional comments of a page and pairs them; they cannot be nested, for a comment ends at its first `-->`. */
export function conditionals(html: string): Conditionals {
  const blocks: Conditional[] = []
  const unpaired: Mark[] = []
  let open: Mark | undefined
  for (const match of html.matchAll(marks)) {
    const [text] = match
    const mark: Mark = {
      start: match.index,
      end: match.index + text.length,
      kind: /endif/i.test(text) ? 'close' : 'open',
      form: (text.startsWith('<!--') ? text.endsWith('-->') : text.endsWith(']>')) ? 'revealed' : 'hidden',
      condition: (match[1] ?? match[2] ?? match[3] ?? '').trim(),
    }
    if (mark.kind === 'open') {
      if (open) unpaired.push(open)
      open = mark
    } else if (open && open.form === mark.form) {
      blocks.push({ open, close: mark })
      open = undefined
    } else {
      unpaired.push(...(open ? [open, mark] : [mark]))
      open = undefined
    }
  }
  return { blocks, unpaired: open ? [...unpaired, open] : unpaired }
}

/** Word's version since Outlook 2016, which all later ones report. */
const wordVersion = 16

/**
 * Does Outlook for Windows (Word) take a condition for true? It knows `mso`, versions with `lt lte gt gte`, `!`, `&`, `|` and
 * round brackets; it is not Internet Explorer (Microsoft, About conditional comments).
 */
export function holdsInWord(condition: string): boolean {
  const tokens = condition.match(/[!&|()]|[^\s!&|()]+/g) ?? []
  let at = 0
  const either = (): boolean => {
    let value = both()
    while (tokens[at] === '|') {
      at++
      value = both() || value
    }
    return value
  }
  const both = (): boolean => {
    let value = one()
    while (tokens[at] === '&') {
      at++
      value = one() && value
    }
    return value
  }
  const one = (): boolean => {
    const token = tokens[at++]?.toLowerCase()
    if (token === '!') return !one()
    if (token === '(') {
      const value = either()
      at++
      return value
    }
    const comparison = token === 'lt' || token === 'lte' || token === 'gt' || token === 'gte' ? token : undefined
    const feature = comparison ? tokens[at++]?.toLowerCase() : token
    const version = /^\d/.test(tokens[at] ?? '') ? Number(tokens[at++]) : undefined
    if (feature === 'true') return true
    if (feature !== 'mso') return false
    return version === undefined || compare(comparison, version)
  }
  return either()
}

function compare(comparison: 'lt' | 'lte' | 'gt' | 'gte' | undefined, version: number): boolean {
  if (comparison === 'lt') return wordVersion < version
  if (comparison === 'lte') return wordVersion <= version
  if (comparison === 'gt') return wordVersion > version
  if (comparison === 'gte') return wordVersion >= version
  return wordVersion === version
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ')

/**
 * The page as Word reads it: what is meant for Outlook is live, what is not is gone, and so are the data islands in `<xml>`.
 * Everything left stands at the same offset as before, so that a place in it is a place in the page.
 */
export function asWordReads(html: string, { blocks } = conditionals(html)): string {
  let out = ''
  let at = 0
  for (const { open, close } of blocks) {
    const content = html.slice(open.end, close.start)
    out += html.slice(at, open.start) + blank(html.slice(open.start, open.end))
    out += holdsInWord(open.condition) ? content : blank(content)
    out += blank(html.slice(close.start, close.end))
    at = close.end
  }
  return (out + html.slice(at)).replace(/<xml\b[\s\S]*?<\/xml>/gi, blank)
}
