import { element, say } from './element.ts'
import { labelOutsidePictures } from './outside-pictures.ts'

/** A document to show. One with the same key takes the place of the one before it, with the place that was scrolled to. */
export interface Shown {
  readonly key: string
  readonly title: string
  readonly source: string
}

interface Frame {
  readonly figure: HTMLElement
  readonly caption: HTMLElement
  readonly frame: HTMLIFrameElement
  source: string
  /** Counts the documents that were asked for: of two on their way, the later one counts. */
  asked: number
}

const frames = new Map<string, Frame>()

/** What a link in a release does here. */
export type Follow = (address: URL, link: HTMLAnchorElement) => void

/** Shows documents in frames of their own, in which no script runs. */
export async function showFrames(stage: HTMLElement, shown: readonly Shown[], follow: Follow): Promise<void> {
  const wanted = new Set(shown.map(({ key }) => key))
  for (const [key, { figure }] of frames)
    if (!wanted.has(key)) {
      figure.remove()
      frames.delete(key)
    }
  await Promise.all(
    shown.map(async (one) => {
      const frame = frames.get(one.key) ?? addFrame(stage, one, follow)
      say(frame.caption, one.title)
      frame.frame.title = one.title
      if (frame.source === one.source) return
      frame.source = one.source
      await renew(frame)
    }),
  )
}

/** Takes the frames away, for something else to stand there. */
export const clearFrames = (stage: HTMLElement): Promise<void> => showFrames(stage, [], () => {})

/** Puts the documents as they are now into the frames that are there. */
export async function renewFrames(): Promise<void> {
  await Promise.all([...frames.values()].map(renew))
}

/** Loads the documents anew, where a picture in them has changed that the browser still holds. */
export function reloadFrames(): void {
  for (const { frame } of frames.values()) frame.contentWindow?.location.reload()
}

function addFrame(stage: HTMLElement, { key, source }: Shown, follow: Follow): Frame {
  const frame = element('iframe', { sandbox: 'allow-same-origin' })
  const caption = element('figcaption')
  const figure = element('figure', { class: 'shown' }, caption, element('div', { class: 'paper' }, frame))
  const added: Frame = { figure, caption, frame, source, asked: 0 }
  frames.set(key, added)
  frame.addEventListener('load', () => {
    const { contentDocument } = frame
    if (!contentDocument) return
    contentDocument.addEventListener('click', (event) => followed(event, follow))
    labelOutsidePictures(contentDocument)
    fitWith(frame)
  })
  frame.src = source
  stage.append(figure)
  return added
}

/** Puts the new document into the frame that is there: nothing flickers, and nothing moves that has not changed. */
async function renew(one: Frame): Promise<void> {
  const asked = ++one.asked
  const text = await textAt(one.source)
  const { contentDocument, contentWindow } = one.frame
  if (text === undefined || asked !== one.asked) return
  if (!contentDocument?.body || contentDocument.URL === 'about:blank' || !contentWindow) {
    one.frame.src = one.source
    return
  }
  // The frame's own parser: what this page's would make obeys this page's policy, which allows no styles in elements.
  const { DOMParser: Parser } = contentWindow as Window & typeof globalThis
  const made = new Parser().parseFromString(text, 'text/html')
  labelOutsidePictures(made)
  const { scrollLeft = 0 } = contentDocument.scrollingElement ?? {}
  contentDocument.documentElement.replaceWith(contentDocument.adoptNode(made.documentElement))
  if (contentDocument.scrollingElement) contentDocument.scrollingElement.scrollLeft = scrollLeft
  fitWith(one.frame)
}

/** A document; nothing where it cannot be had now, and what is on the screen stays. */
async function textAt(source: string): Promise<string | undefined> {
  try {
    const response = await fetch(source)
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}

const observers = new WeakMap<HTMLIFrameElement, ResizeObserver>()

/** Keeps a frame as high as its document, so that the page alone is scrolled. */
function fitWith(frame: HTMLIFrameElement): void {
  observers.get(frame)?.disconnect()
  const body = frame.contentDocument?.body
  if (!body) return
  const observer = new ResizeObserver(() => fit(frame))
  observer.observe(body)
  observers.set(frame, observer)
  fit(frame)
}

function fit(frame: HTMLIFrameElement): void {
  const { contentDocument } = frame
  if (!contentDocument?.body) return
  const { documentElement: root, body } = contentDocument
  const sideways = root.scrollWidth > root.clientWidth ? 16 : 0
  const height = Math.ceil(Math.max(root.getBoundingClientRect().height, body.scrollHeight, 40)) + sideways
  if (frame.height !== String(height)) frame.height = String(height)
}

/** A link of a release opens nothing inside its frame. One to a place in the same document goes there. */
function followed(event: MouseEvent, follow: Follow): void {
  const link = (event.target as Element | null)?.closest('a[href]') as HTMLAnchorElement | null
  if (!link) return
  event.preventDefault()
  const href = link.getAttribute('href') ?? ''
  if (href.startsWith('#'))
    link.ownerDocument.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView({ block: 'center' })
  else follow(new URL(link.href), link)
}
