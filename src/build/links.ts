import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../calendar/zone.ts'
import type { Answer } from '../check/release/index.ts'
import { askLinks, type AskOptions } from './ask.ts'
import { writeWhole } from '../source/whole-file.ts'

/** What is kept of answers, in .pressmark/links.json. */
interface Kept {
  readonly version: 1
  readonly answers: Readonly<Record<string, Answer & { readonly at: Instant }>>
}

const day = 86_400_000

/** What holds for a day. A page that was not found may be there the next minute: somebody was told of it. */
const lasts = ({ kind }: Answer): boolean => kind === 'fine' || kind === 'moved'

/**
 * Where links lead: what was found less than a day ago is not asked again. Reads and writes .pressmark/links.json
 * in the press room; asks the network for the others.
 */
export async function whereLinksLead(
  root: string,
  urls: ReadonlySet<string>,
  now: Instant,
  options: AskOptions,
): Promise<ReadonlyMap<string, Answer>> {
  const kept = Object.entries(readKept(root)).filter(([, one]) => lasts(one) && now - one.at < day && one.at <= now)
  const answers = new Map<string, Answer>(kept)
  const asked = [...urls].filter((url) => !answers.has(url)).sort()
  if (asked.length === 0) return answers
  const fresh = [...(await askLinks(asked, options))]
  const lasting = fresh.filter(([, answer]) => lasts(answer))
  write(root, Object.fromEntries([...kept, ...lasting.map(([url, answer]) => [url, { ...answer, at: now }] as const)]))
  return new Map([...answers, ...fresh])
}

const fileOf = (root: string): string => join(root, '.pressmark/links.json')

function readKept(root: string): Kept['answers'] {
  try {
    const { version, answers } = JSON.parse(readFileSync(fileOf(root), 'utf8')) as Kept
    const isSound = ([, answer]: [string, unknown]): boolean =>
      typeof answer === 'object' && answer !== null && 'kind' in answer && 'at' in answer
    return version === 1 ? Object.fromEntries(Object.entries(answers).filter(isSound)) : {}
  } catch {
    return {}
  }
}

/** A folder that cannot be written to only means that everything is asked again. */
function write(root: string, answers: Kept['answers']): void {
  try {
    mkdirSync(join(root, '.pressmark'), { recursive: true })
    writeWhole(fileOf(root), JSON.stringify({ version: 1, answers } satisfies Kept))
  } catch {
    return
  }
}
