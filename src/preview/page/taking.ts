import type { Copied, Details } from '../wire.ts'
import { byId, element } from './element.ts'
import { notice } from './notice.ts'
import { ask, Refusal } from './server.ts'
import { warningOf } from './words.ts'

/** Readies the buttons by which a release is taken along: to the clipboard, or as a file. */
export function readyTaking(current: () => Details | undefined): void {
  const on = (id: string, take: (details: Details) => Promise<string>): void =>
    byId(id, HTMLButtonElement).addEventListener('click', () => void taken(current(), take))
  on('copy-rich', async (details) => {
    const content = ask<Copied>('/api/copy', { file: details.file })
    return copy(details, {
      'text/html': content.then(({ html }) => html),
      'text/plain': content.then(({ text }) => text),
    })
  })
  on('copy-text', async (details) =>
    copy(details, { 'text/plain': ask<Copied>('/api/copy', { file: details.file }).then(({ text }) => text) }),
  )
  byId('download', HTMLButtonElement).addEventListener('click', () => void download(current(), 'eml'))
}

/** Does it, and says so; of a release that is not public, so that nobody misses it. */
async function taken(details: Details | undefined, take: (details: Details) => Promise<string>): Promise<void> {
  if (!details) return
  try {
    const done = await take(details)
    const warning = warningOf(details)
    if (done !== '') notice(warning === '' ? done : `${done}. ${warning}`, warning === '' ? 'status' : 'alert')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    notice(`Not done: ${error.message}`, 'alert')
  }
}

/** Saves what a format makes. It is asked for first, so that a fault is told here and no empty file is saved. */
export const download = (details: Details | undefined, format: string): Promise<void> =>
  taken(details, async ({ file }) => {
    const query = new URLSearchParams({ file, format }).toString()
    await ask('/api/file', { file, format })
    element('a', { href: `/api/download?${query}`, download: true }).click()
    return 'Downloaded'
  })

type Contents = Readonly<Record<string, Promise<string>>>

/** By the clipboard's own interface, else by the older one, else by hand. */
async function copy(details: Details, contents: Contents): Promise<string> {
  const written = writeClipboard(contents)
  const texts = await Promise.all(Object.entries(contents).map(async ([type, text]) => [type, await text] as const))
  if ((await written) || copyByCommand(texts)) return 'Copied'
  byHand(details, texts)
  return ''
}

type Texts = readonly (readonly [type: string, text: string])[]

/** Begins before the texts are there: a browser lets a page copy for a few seconds after a click only, WebKit at the click. */
async function writeClipboard(contents: Contents): Promise<boolean> {
  try {
    const blobs = Object.entries(contents).map(
      ([type, content]) => [type, content.then((text) => new Blob([text], { type }))] as const,
    )
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
    return true
  } catch {
    return false
  }
}

function copyByCommand(texts: Texts): boolean {
  let heard = false
  const listener = (event: ClipboardEvent): void => {
    for (const [type, text] of texts) event.clipboardData?.setData(type, text)
    event.preventDefault()
    heard = true
  }
  document.addEventListener('copy', listener, { once: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', listener)
  return done && heard
}

/** Shows what is to be copied, selected, for the person to copy it. */
function byHand(details: Details, texts: Texts): void {
  const [[type, text] = ['', '']] = texts
  const content = byId('by-hand-content', HTMLElement)
  if (type === 'text/html') {
    const source = `/shown/${encodeURIComponent(details.group)}/rich?file=${encodeURIComponent(details.file)}`
    const frame = element('iframe', { sandbox: 'allow-same-origin', title: 'What is to be copied', src: source })
    frame.addEventListener('load', () => {
      const { contentDocument } = frame
      if (contentDocument) contentDocument.getSelection()?.selectAllChildren(contentDocument.body)
    })
    content.replaceChildren(frame)
  } else {
    const area = element('textarea', { readonly: true, 'aria-label': 'What is to be copied' }, text)
    content.replaceChildren(area)
    area.select()
  }
  byId('by-hand', HTMLDialogElement).showModal()
}
