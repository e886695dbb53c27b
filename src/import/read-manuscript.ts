import type { FindPicture } from './find-picture.ts'
import { kindOfFile } from './kind-of-file.ts'
import { charsetOfPage, inOneForm, lettersOf } from './letters.ts'
import type { Block, Manuscript, Run } from './manuscript.ts'
import { isText } from './manuscript.ts'
import { isRefusal, refuse, type Refusal } from './refusal.ts'
import { readText } from './text.ts'

/** A page or a mail of more letters than this is not text that somebody wrote. */
const maxLetters = 20_000_000

/** What a file holds, by whatever it is. `findPicture` gives the pictures that a page names. */
export async function readManuscript(
  name: string,
  bytes: Uint8Array,
  findPicture: FindPicture,
): Promise<Manuscript | Refusal> {
  const kind = kindOfFile(name, bytes)
  if (typeof kind !== 'string') return kind
  if (kind === 'docx') {
    const { readDocx } = await import('./docx/docx.ts')
    return tidied(readDocx(bytes))
  }
  if (bytes.length > maxLetters)
    return refuse(`Too large text, ${Math.round(bytes.length / 1e6)} MB`, 'import the release alone')
  if (kind === 'eml') {
    const { readEml } = await import('./eml.ts')
    return tidied(await readEml(bytes))
  }
  const { text, remark } = lettersOf(bytes, kind === 'html' ? charsetOfPage(bytes) : undefined)
  const manuscript = await readLetters(kind, inOneForm(text), findPicture)
  if (isRefusal(manuscript) || remark === undefined) return tidied(manuscript)
  return tidied({ ...manuscript, remarks: [remark, ...manuscript.remarks] })
}

async function readLetters(
  kind: 'html' | 'markdown' | 'text',
  text: string,
  findPicture: FindPicture,
): Promise<Manuscript | Refusal> {
  if (kind === 'text') return readText(text)
  if (kind === 'markdown') {
    const { readMarkdown } = await import('./markdown.ts')
    return await readMarkdown(text, findPicture)
  }
  const { readHtml } = await import('./html/html.ts')
  return readHtml(text, findPicture)
}

/** Sentences that ran together when lines were joined: `boats.They go`. */
const apart = (text: string): string =>
  text.replace(/(?<=(?<![@/\w.-])[\p{L}’'-]*\p{Ll}{2}[.!?][”"»]?)(?=\p{Lu}\p{Ll}*\s)/gu, ' ')

/** The letters of a manuscript in one form; those of Word and of mails were not before. */
function tidied(manuscript: Manuscript | Refusal): Manuscript | Refusal {
  if (isRefusal(manuscript)) return manuscript
  if (manuscript.blocks.length === 0 && Object.keys(manuscript.fields).length === 0)
    return refuse('There is nothing to read in it', 'name another one')
  const runs = (list: readonly Run[]): Run[] => list.map((run) => ({ ...run, text: apart(inOneForm(run.text)) }))
  const block = (one: Block): Block => {
    if (isText(one)) return { ...one, runs: runs(one.runs) }
    if (one.kind === 'table') return { ...one, rows: one.rows.map((row) => row.map(runs)) }
    return one
  }
  return {
    ...manuscript,
    blocks: manuscript.blocks.map(block),
    footnotes: new Map([...manuscript.footnotes].map(([id, list]) => [id, runs(list)])),
    words: inOneForm(manuscript.words),
  }
}
