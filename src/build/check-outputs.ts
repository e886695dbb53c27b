import { join } from 'node:path'
import { quickLint, type QuickLint } from '../check/email/quick.ts'
import { lintMessage } from '../check/message/index.ts'
import { wordsLeftOut } from '../check/message/same-words.ts'
import type { Worth } from '../check/options.ts'
import type { OutputCode } from '../check/outputs.ts'
import { inside, type YamlFile } from '../check/release/rule.ts'
import type { FindingOf } from '../check/rule.ts'
import { lintText } from '../check/text/index.ts'
import { publicFolder } from '../formats/addresses.ts'
import { codeLines } from '../markdown/tree.ts'
import { ownLayout } from '../press-room/own-layout.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { readPhone } from '../release/phone.ts'
import type { ResolvedRelease } from '../release/resolved.ts'
import type { Diagnostic, Outcome } from '../source/diagnostic.ts'
import { kitBuild } from '../source/kit.ts'
import type { SourceText } from '../source/text.ts'
import { isParts, joined } from '../template/parts.ts'
import { compileFormats } from './compiled-formats.ts'
import { layoutCache } from './layout-cache.ts'
import { has, placeOf } from './trace.ts'

export type OutputFinding = FindingOf<OutputCode>

/** What a release comes out as, looked at. */
export interface Looked {
  /** What build would say of it. */
  readonly said: readonly Diagnostic[]
  /** What the rules find; a place in the release, with that in the output beside it. */
  readonly found: readonly OutputFinding[]
  /** What they find in a layout of the press room's own, where nothing said it before. */
  readonly ofLayout: readonly OutputFinding[]
}

/** A release as it was read, and resolved. */
export interface Whole {
  readonly release: YamlFile
  readonly resolved: ResolvedRelease
}

/** What a release was rendered as, by the names of the formats. */
type Outputs = ReadonlyMap<string, Content>
interface Content {
  readonly path: string
  readonly content: string | Uint8Array
}

export interface OutputCheck {
  /** Looks at what becomes of releases; by their sources. */
  look(releases: readonly Whole[]): Promise<ReadonlyMap<SourceText, Looked>>
  /** Keeps what was learned of the mails for other runs. */
  keep(): void
}

/** The formats whose bytes there are rules for. */
const held: ReadonlySet<string> = new Set(['email', 'text', 'eml'])

/** What rules of releases, or the format itself, say at a better place: not said again of what an author wrote. */
const saidElsewhere: ReadonlySet<OutputCode> = new Set([
  'descriptive-link',
  'gmail-clipping',
  'layout-table',
  'subject',
])

/**
 * What only a layout can break: the kit's own keep it. The size of the body is told by where most words are, and of a short release most
 * are not in its body; in characters, with its front matter.
 */
const ofLayouts: ReadonlySet<OutputCode> = new Set(['text-size'])
const longEnough = 3_000

/**
 * Renders releases in memory, as build would write them, and holds the bytes to the rules of mail and plain text. Compiles the layouts
 * once, and keeps them in the cache as build does, with what is known of the mails; nothing else is written.
 */
export async function outputCheck(room: PressRoom, worth: ReadonlyMap<string, Worth>): Promise<Outcome<OutputCheck>> {
  const { formats: wanted } = room.settings
  // A message is made of both, and held to the rules of both.
  const names = wanted.includes('eml') ? [...new Set([...wanted, 'email', 'text'] as const)] : wanted
  const cache = join(room.root, '.pressmark')
  const formats = await compileFormats(room, names, cache)
  if (!formats.value) return { diagnostics: formats.diagnostics }
  const rendered = formats.value.filter(({ format }) => held.has(format.name))
  const layouts = {
    email: ownLayout(room, 'email/release.mjml.hbs'),
    text: ownLayout(room, 'text/release.hbs'),
  }
  const told = new Set<string>()
  const look = async (releases: readonly Whole[]): Promise<ReadonlyMap<SourceText, Looked>> => {
    const made = releases.map((one) => ({ ...one, said: [] as Diagnostic[], outputs: new Map<string, Content>() }))
    for (const { format, render } of rendered)
      for (const { resolved, said, outputs } of made) {
        const { value: content, diagnostics } = await render(resolved)
        if (wanted.includes(format.name)) said.push(...diagnostics)
        if (content === undefined) continue
        const whole = isParts(content) ? joined(content) : content
        outputs.set(format.name, { path: `dist/${publicFolder(resolved)}/${format.fileName}`, content: whole })
      }
    return new Map(
      made.map(({ release, resolved, said, outputs }) => [
        release.source,
        { said, ...findings(release, resolved, outputs) },
      ]),
    )
  }
  const findings = (release: YamlFile, { subject, body }: ResolvedRelease, outputs: Outputs): Omit<Looked, 'said'> => {
    const found: OutputFinding[] = []
    const ofLayout: OutputFinding[] = []
    for (const [name, { path, content }] of outputs)
      for (const finding of findingsIn(name, path, content)) {
        const weight = worth.get(finding.code)?.severity
        if (weight === 'off') continue
        const one = weight === undefined ? finding : { ...finding, severity: weight }
        const text = typeof content === 'string' ? content : ''
        const at = placeOf(one, text, release)
        const layout = name === 'text' ? layouts.text : layouts.email
        const message = `In the ${called[name]}: ${one.message}`
        // What is only made for a message has no file of its own.
        const isFile = wanted.includes(name)
        const beside = isFile ? path : (outputs.get('eml')?.path ?? path)
        const related = [
          {
            message: `in the ${called[name]}`,
            file: beside,
            ...(isFile && one.position && { position: one.position }),
          },
        ]
        const { position: _, ...rest } = one
        if (layout !== undefined && at === undefined && !isOfWords(one)) {
          const key = `${one.code} ${one.message}`
          if (ofLayouts.has(one.code) && release.source.text.length < longEnough) continue
          if (!told.has(key)) ofLayout.push({ ...rest, message, related, file: layout })
          told.add(key)
        } else if (!saidElsewhere.has(one.code) && !ofLayouts.has(one.code) && !isShortSummary(one, release)) {
          const [start, end] = at ?? inside(release, ['headline'])
          found.push({
            ...rest,
            ...authorsHint(one, release),
            message,
            related,
            file: release.source.file,
            position: release.source.between(start, end),
          })
        }
      }
    return { found, ofLayout }

    function findingsIn(name: string, path: string, content: string | Uint8Array): readonly OutputFinding[] {
      const html = outputs.get('email')?.content
      if (name === 'eml') return lintMessage(path, typeof content === 'string' ? Buffer.from(content) : content)
      if (typeof content !== 'string') return []
      if (name === 'email') return lintMail(path, content, subject)
      const { wrap, ascii } = room.settings.text
      const addresses = wrap === undefined || typeof html !== 'string' ? [] : addressesIn(html)
      const code = () => [body.blocks, ...body.footnotes].flatMap(codeLines)
      const own = layouts.email ?? layouts.text
      // Of a message its own rule says it.
      const isAsked = own !== undefined && !outputs.has('eml')
      const leftOut = isAsked && typeof html === 'string' ? wordsLeftOut(content, html) : []
      return [
        ...lintText(path, content, { wrap, ascii, addresses, code }),
        ...leftOut.map((message) => unlike(path, message)),
      ]
    }
  }
  const isTold = (finding: OutputFinding): boolean => told.has(`${finding.code} ${finding.message}`)
  // The source of the kit may change without another name.
  const kept = kitBuild === 'source' ? undefined : layoutCache(cache)
  const lintMail: QuickLint = quickLint(kept, layouts.email === undefined ? undefined : isTold)
  return { value: { look, keep: lintMail.keep }, diagnostics: formats.diagnostics }
}

const called: Readonly<Record<string, string>> = { email: 'email', text: 'plain text', eml: 'message' }

/** Whether what is found lies in the words of a release, whatever layout they stand in. */
const isOfWords = ({ code, message }: OutputFinding): boolean =>
  /^(?:gmail-clipping|utf-8|tall-block|text-(?:invisible|address|crowded|wrap)|same-words|subject)$/.test(code) ||
  (code === 'preheader' && /^Too (?:short|long)/.test(message))

/** A summary that is too short for a preheader is told of by a rule of its own. */
const isShortSummary = ({ code, message }: OutputFinding, release: YamlFile): boolean =>
  code === 'preheader' && message.startsWith('Too short') && has(release, 'summary')

/** What an author is to type, where a rule of mail says what the HTML is to have. */
function authorsHint({ code, message }: OutputFinding, release: YamlFile): { readonly hint?: string } {
  // A preheader is made of the first paragraph where there is no summary, and there may be none.
  if (code === 'preheader' && message.startsWith('Missing preheader') && !has(release, 'summary'))
    return { hint: 'write a `summary`, which mail lists show after the subject' }
  const typed = code === 'unlinked-contact' ? /"(.+)"$/.exec(message)?.[1] : undefined
  if (typed === undefined) return {}
  const target = typed.includes('@') ? `mailto:${typed}` : readPhone(typed).uri
  return { hint: `make it a link, \`[${typed}](${target})\`` }
}

const addressesIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/ href="(https?:[^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))),
]

const unlike = (file: string, message: string): OutputFinding => ({
  code: 'same-words',
  severity: 'warning',
  message,
  hint: 'Make both from the same release',
  file,
})
