import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { ReleaseGroup } from '../build/listed.ts'
import { clients, simulate } from '../clients/clients.ts'
import { loadFormat } from '../formats/formats.ts'
import { insideRoot } from '../press-room/open.ts'
import { kitRoot } from '../source/kit.ts'
import { framePolicy, pagePolicy, refuse, send, sendFile, sendJson } from './answer.ts'
import { richText } from './clipboard.ts'
import type { Desk } from './desk.ts'
import { openInEditor, type Editor } from './editor.ts'
import { inScheme, withLocalPictures } from './frame.ts'
import { fileFacts, messageFacts } from './message-facts.ts'
import type { Proof } from './proofs.ts'
import type { Stream } from './stream.ts'
import type { Copied } from './wire.ts'

export interface Routes {
  readonly desk: Desk
  readonly stream: Stream
  readonly editor: Editor | undefined
  readonly token: string
  /** Tells this run of the server from others. */
  readonly run: string
}

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>

/** Answers what came through the gate. */
export function answerer(routes: Routes): Answer {
  const { desk, stream, editor, token, run } = routes
  const fileOf = (url: URL): string => url.searchParams.get('file') ?? ''
  const get: Readonly<Record<string, Answer>> = {
    '/': (_, response) => {
      const page = readFileSync(join(pageFolder(), 'index.html'), 'utf8')
        .replace('{{token}}', token)
        .replace('{{run}}', run)
      send(response, 200, 'text/html; charset=utf-8', page, { 'Content-Security-Policy': pagePolicy })
    },
    '/api/listing': (_, response) => sendJson(response, desk.listing()),
    '/api/release': async (_, response, url) => {
      const details = await desk.details(fileOf(url))
      if (details) sendJson(response, details)
      else refuse(response, 404, `There is no ${fileOf(url)} now: it is shown as soon as it is there`)
    },
    '/api/text': async (_, response, url) => {
      const proof = await desk.proof(fileOf(url), 'text')
      sendJson(response, { text: asText(proof?.value) })
    },
    '/api/file': async (_, response, url) => sendFacts(desk, url, response),
    '/api/copy': async (_, response, url) => sendCopied(desk, url, response),
    '/api/download': async (_, response, url) => sendDownload(desk, url, response),
    '/api/news': (_, response) => {
      stream.add(response)
      desk.watch()
    },
  }
  return async (request, response, url) => {
    const { pathname } = url
    if (request.method === 'POST') {
      if (pathname === '/api/open') await openFile(desk, editor, request, response)
      else refuse(response, 404, 'Not found')
    } else if (Object.hasOwn(get, pathname)) await get[pathname]?.(request, response, url)
    else if (Object.hasOwn(pageFiles, pathname))
      send(response, 200, pageFiles[pathname] ?? '', readFileSync(join(pageFolder(), pathname)))
    else if (pathname.startsWith('/shown/')) await sendShown(desk, url, response)
    else if (pathname.startsWith('/assets/')) await sendAsset(desk, pathname, response)
    else refuse(response, 404, 'Not found')
  }
}

const pageFolder = (): string => join(kitRoot(), 'lib/preview/page')

const pageFiles: Readonly<Record<string, string>> = {
  '/page.js': 'text/javascript; charset=utf-8',
  '/page.css': 'text/css; charset=utf-8',
  '/icon.svg': 'image/svg+xml',
}

const asText = (value: string | Uint8Array | undefined): string =>
  value === undefined || typeof value === 'string' ? (value ?? '') : Buffer.from(value).toString('utf8')

/** `/shown/<release>/page?file=…` is a frame; anything else below that folder is a picture or a file beside the release. */
async function sendShown(desk: Desk, url: URL, response: ServerResponse): Promise<void> {
  const [, , key = '', ...rest] = url.pathname.split('/').map(decoded)
  const file = url.searchParams.get('file')
  const view = rest.at(-1)
  if (file !== null && (view === 'page' || view === 'email' || view === 'rich'))
    return sendFrame(desk, file, view, url, response)
  const group = desk.groupNamed(key)
  if (!group) return refuse(response, 404, 'Not found')
  const path = rest.join('/')
  const linked = linkedIn(group, path)
  if (linked !== undefined) return send(response, 302, 'text/plain', '', { Location: linked })
  if (rest.some((part) => part.startsWith('.') || /[\\\0]/.test(part)) || /\.(?:md|markdown)$/i.test(path))
    return refuse(response, 404, 'Not found')
  for (const folder of new Set(group.files.map(({ name }) => name.folder))) {
    const inside =
      (await insideRoot(desk.root, `${folder}/${path}`)) && (await insideRoot(join(desk.root, folder), path))
    if (inside !== undefined) return sendFile(response, inside)
  }
  refuse(response, 404, 'Not found')
}

/** Where a link between the languages of a release leads in a tab of its own. */
function linkedIn({ files }: ReleaseGroup, path: string): string | undefined {
  const page = /^(?:([\w-]+)\/)?index\.html$/.exec(path)
  const to = page && files.find(({ name }) => name.language?.toLowerCase() === page[1])
  return to ? `/?${new URLSearchParams({ release: to.path }).toString()}` : undefined
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return '..'
  }
}

async function sendFrame(
  desk: Desk,
  file: string,
  view: 'page' | 'email' | 'rich',
  { searchParams: query }: URL,
  response: ServerResponse,
): Promise<void> {
  const group = desk.groupOf(file)
  const proof = await desk.proof(file, view === 'page' ? 'html' : 'email')
  const policy = { 'Content-Security-Policy': framePolicy }
  if (!group || !proof) return send(response, 404, 'text/html; charset=utf-8', nothingYet, policy)
  const html = asText(proof.value) || nothingYet
  const images = query.get('images') !== 'off'
  const [asItIs] = clients
  const client = view === 'email' ? clients.find(({ name }) => name === query.get('client')) : undefined
  const seen = view === 'rich' ? richText(html) : asItIs ? simulate(client ?? asItIs, html, { images }) : html
  const folder = `/shown/${encodeURIComponent(group.key)}/`
  const shown = withLocalPictures(seen, proof.baseUrl, group.slug, folder)
  const body = inScheme(shown, query.get('scheme') === 'dark' ? 'dark' : 'light')
  send(response, 200, 'text/html; charset=utf-8', body, policy)
}

const nothingYet =
  '<!doctype html><html lang="en"><head><title>Nothing to show yet</title></head><body style="margin:24px;font:16px/1.5 sans-serif;color:#5d5a53"><p>Nothing to show yet</p></body></html>'

/** The logo, under the name that it has in the output. */
async function sendAsset(desk: Desk, pathname: string, response: ServerResponse): Promise<void> {
  const { light, dark } = desk.logo ?? {}
  const file = [light, dark].find((one) => one && `/${one.output}` === decoded(pathname))?.file
  const path = file === undefined ? undefined : await insideRoot(desk.root, file)
  if (path === undefined) refuse(response, 404, 'Not found')
  else await sendFile(response, path)
}

const mendFirst = 'The release has errors: mend them first, so that nothing older goes out by mistake'

/** What was rendered of the text as it stands; where there is nothing, the answer says why. */
async function fresh(desk: Desk, url: URL, format: string, response: ServerResponse): Promise<Proof | undefined> {
  const proof = await desk.proof(url.searchParams.get('file') ?? '', format)
  if (proof && !proof.stale && proof.value !== undefined) return proof
  const [fault] = proof?.diagnostics.filter(({ severity }) => severity === 'error') ?? []
  const because = fault && `${fault.message}${fault.hint === undefined ? '' : `: ${fault.hint}`}`
  refuse(response, proof ? 409 : 404, proof ? (because ?? mendFirst) : 'This release is not there any more')
  return undefined
}

async function sendCopied(desk: Desk, url: URL, response: ServerResponse): Promise<void> {
  const email = await fresh(desk, url, 'email', response)
  const text = email && (await fresh(desk, url, 'text', response))
  if (!text) return
  sendJson(response, { html: richText(asText(email.value)), text: asText(text.value) } satisfies Copied)
}

async function sendFacts(desk: Desk, url: URL, response: ServerResponse): Promise<void> {
  const format = await loadFormat(url.searchParams.get('format') ?? '')
  if (!format) return refuse(response, 404, 'Not found')
  const proof = await fresh(desk, url, format.name, response)
  if (proof?.value === undefined) return
  const { value } = proof
  const isMessage = format.mediaType === 'message/rfc822'
  sendJson(
    response,
    isMessage && typeof value !== 'string' ? messageFacts(format.fileName, value) : fileFacts(format.mediaType, value),
  )
}

/** The file of a format, under a name that says where it may not be published yet. */
async function sendDownload(desk: Desk, url: URL, response: ServerResponse): Promise<void> {
  const format = await loadFormat(url.searchParams.get('format') ?? 'eml')
  const file = url.searchParams.get('file') ?? ''
  if (!format) return refuse(response, 404, 'Not found')
  const proof = await fresh(desk, url, format.name, response)
  const details = await desk.details(file)
  if (proof?.value === undefined || !details) return
  const apart = {
    draft: 'DRAFT-',
    embargoed: 'EMBARGOED-',
    scheduled: 'NOT-YET-',
    withdrawn: 'WITHDRAWN-',
    public: '',
    unknown: '',
  }
  const ending = format.fileName.slice(format.fileName.lastIndexOf('.'))
  const [original] = details.languages
  const language = original?.file === file ? '' : `.${details.language}`
  const name = `${apart[details.state]}${desk.groupOf(file)?.slug ?? 'release'}${language}${ending}`
  const plain = name.replace(/[^\w.-]/g, '_')
  send(response, 200, format.mediaType, proof.value, {
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
}

/** Opens a file of the press room in the editor: `{ file, line, column }`. */
async function openFile(
  desk: Desk,
  editor: Editor | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { file, line, column } = await placeIn(request)
  const path = desk.isOurs(file) ? await insideRoot(desk.root, file) : undefined
  if (path === undefined) return refuse(response, 403, 'No file of this press room')
  if (!editor) return refuse(response, 409, 'No editor was found: name one with --editor, such as --editor code')
  const fault = await openInEditor(editor, { path, line, column })
  if (fault === undefined) sendJson(response, {})
  else refuse(response, 500, fault)
}

/** Longer than any path that a system takes. In bytes. */
const longestOrder = 20_000

async function placeIn(request: IncomingMessage): Promise<{ file: string; line: number; column: number }> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk
    if (text.length > longestOrder) break
  }
  let order: unknown
  try {
    order = JSON.parse(text)
  } catch {
    order = undefined
  }
  const { file, line, column } = typeof order === 'object' && order !== null ? (order as Record<string, unknown>) : {}
  const number = (value: unknown): number => (Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : 1)
  return { file: typeof file === 'string' ? file : '', line: number(line), column: number(column) }
}
