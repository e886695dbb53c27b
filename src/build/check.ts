import type { Answer, CheckedRelease } from '../check/release/index.ts'
import { inReadingOrder } from '../source/diagnostic.ts'
import { startCheckCrew } from './check-crew.ts'
import type { CheckDiagnostic } from './check-group.ts'
import { atMostReleases, threadsFor } from './hands.ts'
import type { CheckOptions, Look } from './look.ts'
import { mend, type Mended } from './mend.ts'

export type { CheckOptions } from './look.ts'

export interface CheckReport {
  /** The releases that were looked at, by their paths from the press room. */
  readonly files: readonly string[]
  /** In the order of the files, and of their text. */
  readonly diagnostics: readonly CheckDiagnostic[]
  /** What was mended, by file. */
  readonly mended: readonly Mended[]
}

/** A mend may make room for another one; more rounds than this there never are. */
const mostRounds = 5

/**
 * Looks at a press room and its releases as a good press officer would before they go out: all that keeps them from being built,
 * and all that the rules have to say, of the releases and of what is made of them. Writes nothing but the cache of layouts unless it is
 * to mend. Throws only what the disk throws.
 */
export async function checkPressRoom(root: string, options: CheckOptions): Promise<CheckReport> {
  const answers = new Map<string, Answer>()
  const notAsked = options.online ? await askAround(root, options, answers) : []
  const counts = new Map<string, number>()
  for (let round = 0; ; round++) {
    const { texts, ...report } = await look(root, options, options.online ? (url) => answers.get(url) : undefined)
    const { mended, diagnostics } =
      options.fix && round < mostRounds ? mend(root, texts, report.diagnostics) : { mended: [], diagnostics: [] }
    for (const { file, count } of mended) counts.set(file, (counts.get(file) ?? 0) + count)
    if (mended.length > 0) continue
    const all = inReadingOrder([...notAsked, ...report.diagnostics, ...diagnostics])
    return { ...report, diagnostics: all, mended: [...counts].map(([file, count]) => ({ file, count })) }
  }
}

/** Lets the rules look once, and asks where the links lead that they wanted to know of. Says what could not be asked. */
async function askAround(
  root: string,
  options: CheckOptions,
  answers: Map<string, Answer>,
): Promise<readonly CheckDiagnostic[]> {
  const wanted = new Set<string>()
  await look(root, options, (url) => void wanted.add(url))
  if (wanted.size === 0) return []
  const { openSoundPart } = await import('../press-room/open.ts')
  const { baseUrl } = (await openSoundPart(root)).value?.settings ?? {}
  const { whereLinksLead } = await import('./links.ts')
  const asking = {
    own: baseUrl === undefined ? undefined : new URL(baseUrl).hostname,
    ...(typeof options.online === 'object' && options.online),
  }
  for (const [url, answer] of await whereLinksLead(root, wanted, options.now, asking)) answers.set(url, answer)
  const count = (kind: Answer['kind']): number => [...wanted].filter((url) => answers.get(url)?.kind === kind).length
  return [
    ...unasked(count('late'), 'The time ran out', 'run it again: it goes on with them'),
    ...unasked(
      count('offline'),
      'The network cannot be reached',
      'run it again where there is one; proxies are not used',
    ),
  ]
}

/** Says once for all of them that links were not asked. */
function unasked(count: number, why: string, hint: string): CheckDiagnostic[] {
  if (count === 0) return []
  const message = `${why}, ${count === 1 ? '1 link was' : `${count} links were`} not asked`
  return [{ code: 'unasked-links', severity: 'warning', message, hint, file: 'press.yaml' }]
}

async function look(root: string, options: CheckOptions, answerOf: CheckedRelease['answerOf']): Promise<Look> {
  // The threads come first: they load the rules while this one does.
  const crew = callCrew(root, options)
  try {
    const { lookWith } = await import('./look.ts')
    return await lookWith(crew, root, options, answerOf)
  } finally {
    crew?.dismiss()
  }
}

/** Threads for a look at all releases, where there are many. Rules that a program gives, and what the network answers, cannot be told to others. */
function callCrew(root: string, { now, files, fix = false, rules: given, more = [], online = false }: CheckOptions) {
  if (files || given || more.length > 0 || online) return undefined
  const threads = threadsFor(atMostReleases(root))
  return threads > 0 ? startCheckCrew({ root, now, fix }, threads) : undefined
}
