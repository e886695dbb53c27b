import type { Details, FileFacts, MailClient, OtherFormat } from '../wire.ts'
import type { Address } from './address.ts'
import { byId, element, fill } from './element.ts'
import { clearFrames, showFrames, type Shown } from './frames.ts'
import { ask, Refusal } from './server.ts'
import { download } from './taking.ts'
import { warningOf } from './words.ts'

/** Counts what was to be shown: of two on their way, the later one counts. */
let asked = 0

/** Takes away what is shown, for something else to stand there. */
export function clearStage(): void {
  asked++
  const stage = byId('stage', HTMLElement)
  void clearFrames(stage)
  stage.querySelector('.own')?.remove()
}

/** Shows the release in the format, client, width and colours of the address. */
export async function showStage(
  details: Details,
  clients: readonly MailClient[],
  address: Address,
  follow: (file: string) => void,
): Promise<void> {
  const stage = byId('stage', HTMLElement)
  const { view, width } = address
  if (stage.dataset['file'] !== details.file) clearStage()
  stage.dataset['file'] = details.file
  const turn = ++asked
  const warning = warningOf(details)
  stage.className = `stage ${warning === '' ? '' : `apart ${details.state}`}`
  stage.dataset['warning'] = warning
  fill(warningsOf(stage), warning === '' ? [] : [warning])
  stage.style.setProperty('--frame', width === 'full' ? '100%' : `${width}px`)
  stage.classList.toggle('wide', width === 'full')
  const shown = shownOf(details, clients, address)
  stage.classList.toggle('many', shown.length > 1 || view === 'all')
  const framed =
    shown.length === 0 ? clearFrames(stage) : showFrames(stage, shown, (link) => followed(link, details, follow))
  const own = await ownOf(details, view)
  await framed
  if (turn !== asked) return
  const before = stage.querySelector('.own')
  if (own && before?.innerHTML === own.innerHTML) {
    // The frames that came meanwhile stand behind it.
    if (before.nextElementSibling) stage.append(before)
    return
  }
  before?.remove()
  if (own) stage.append(own)
}

/** What is shown without a frame. */
async function ownOf(details: Details, view: string): Promise<HTMLElement | undefined> {
  const format = details.others.find(({ name }) => name === view)
  const own = view === 'text' || view === 'all' ? textOf(details) : format && fileOf(details, format)
  return own?.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    const name = format?.fileName ?? 'Plain text'
    return element(
      'figure',
      { class: 'shown own file' },
      element('figcaption', {}, name),
      element('p', { class: 'none' }, error.message),
    )
  })
}

/** The line above what is shown that nobody is to miss. */
function warningsOf(stage: HTMLElement): HTMLElement {
  const there = stage.querySelector('.caution')
  if (there instanceof HTMLElement) return there
  const made = element('p', { class: 'caution' })
  stage.prepend(made)
  return made
}

function shownOf({ file, group, languageName }: Details, clients: readonly MailClient[], address: Address): Shown[] {
  const { view, client, scheme, images } = address
  const folder = `/shown/${encodeURIComponent(group)}/${inLanguage(file)}`
  const look = { file, scheme, ...(images === 'off' && { images }) }
  const page: Shown = {
    key: `page ${file}`,
    title: `Web page, ${languageName}`,
    source: `${folder}page?${new URLSearchParams(look).toString()}`,
  }
  const mails = clients
    .filter(({ name }) => client === 'all' || name === client)
    .map(({ name, title }): Shown => ({
      key: client === 'all' ? `email ${name} ${file}` : `email ${file}`,
      title: `Email, ${title}`,
      source: `${folder}email?${new URLSearchParams({ ...look, client: name }).toString()}`,
    }))
  return [...(view === 'page' || view === 'all' ? [page] : []), ...(view === 'email' || view === 'all' ? mails : [])]
}

/** A translation stands in a folder of its own, one below its pictures. */
const inLanguage = (file: string): string => {
  const tag = /\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\.(?:md|markdown)$/i.exec(file)?.[1]
  return tag === undefined ? '' : `${tag.toLowerCase()}/`
}

async function textOf({ file, language, direction }: Details): Promise<HTMLElement> {
  const { text } = await ask<{ readonly text: string }>('/api/text', { file })
  const pre = element('pre', { class: 'text', lang: language, dir: direction }, text)
  return element(
    'figure',
    { class: 'shown own' },
    element('figcaption', {}, 'Plain text'),
    element('div', { class: 'paper' }, pre),
  )
}

async function fileOf(details: Details, { name: format, fileName }: OtherFormat): Promise<HTMLElement> {
  const { facts, text } = await ask<FileFacts>('/api/file', { file: details.file, format })
  const terms = facts.flatMap(([term, value]) => [element('dt', {}, term), element('dd', { dir: 'auto' }, value)])
  const save = element('button', { type: 'button' }, `Download ${fileName}`)
  save.addEventListener('click', () => void download(details, format))
  return element(
    'figure',
    { class: 'shown own file' },
    element('figcaption', {}, fileName),
    element('dl', { class: 'facts' }, ...terms),
    element('p', {}, save),
    text === '' ? undefined : element('pre', { class: 'text', tabindex: '0', 'aria-label': 'How it is written' }, text),
  )
}

/** A link in a release: to another of its languages it goes here, anything else opens in a tab of its own. */
function followed(link: URL, { languages }: Details, follow: (file: string) => void): void {
  if (link.origin !== location.origin) {
    if (/^(?:mailto|tel):$/.test(link.protocol)) location.href = link.href
    else window.open(link.href, '_blank', 'noopener,noreferrer')
    return
  }
  const tag = /\/shown\/[^/]+\/(?:([\w-]+)\/)?index\.html$/.exec(link.pathname)
  const to = tag && languages.find(({ file }) => inLanguage(file) === (tag[1] === undefined ? '' : `${tag[1]}/`))
  if (to) follow(to.file)
  else if (!tag) window.open(link.href, '_blank', 'noopener')
}
