import type { Details, Listing } from '../wire.ts'
import { go, readAddress } from './address.ts'
import { byId, element, fill, say } from './element.ts'
import { reloadFrames, renewFrames } from './frames.ts'
import { readyList, showList } from './list.ts'
import { listen, type Heard } from './news.ts'
import { readyNotice } from './notice.ts'
import { problemItem, readyProblems } from './problems.ts'
import { showRelease } from './release.ts'
import { ask, Refusal } from './server.ts'
import { readyTaking } from './taking.ts'

let listing: Listing | undefined
let details: Details | undefined
/** The run of the server that sent this page: another one does not know it any more. */
const run = document.querySelector('meta[name=run]')?.getAttribute('content')

/** Shows what the address asks for, with what is known of it. */
async function show(): Promise<void> {
  if (!listing) return
  const { release } = readAddress()
  byId('list', HTMLElement).hidden = release !== ''
  byId('release', HTMLElement).hidden = release === ''
  byId('taking', HTMLFieldSetElement).disabled = details?.file !== release
  say(byId('home', HTMLElement), listing.name)
  // What keeps the release from being rendered is told there.
  const told = new Set((details?.file === release ? details.faults : []).map((one) => JSON.stringify(one)))
  const problems = listing.problems.filter((one) => !told.has(JSON.stringify(one)))
  fill(
    byId('room-problems', HTMLElement),
    problems.length === 0 ? [] : [element('h2', {}, 'The press room'), element('ol', {}, ...problems.map(problemItem))],
  )
  const isBroken = problems.some(({ severity }) => severity === 'error')
  byId('room-problems', HTMLElement).hidden = problems.length === 0 || (release !== '' && !isBroken)
  if (release === '') {
    document.title = `Releases · ${listing.name}`
    showList(listing, moved)
  } else if (details?.file === release) {
    document.title = `${details.headline} · ${listing.name}`
    await showRelease(details, listing.clients, moved)
  } else await loadRelease()
}

const moved = (): void => void show()

async function loadListing(): Promise<void> {
  listing = await ask<Listing>('/api/listing')
  await show()
}

/** Whether the page says that a release is gone, which is no news any more where something else is shown. */
let saysGone = false

function sayGone(text: string): void {
  if (!saysGone && text === '') return
  saysGone = text !== ''
  say(byId('offline', HTMLElement), text)
}

/** Where somebody went by a link: there the page begins at its top, and the keyboard at its headline. */
let arriving = false

/** Asks for what is to be said of the release, and shows it. */
async function loadRelease(): Promise<void> {
  const { release } = readAddress()
  if (release === '') return
  try {
    const answer = await ask<Details>('/api/release', { file: release })
    if (readAddress().release !== release) return
    details = answer
  } catch (error) {
    if (!(error instanceof Refusal) || readAddress().release !== release) return
    details = undefined
    sayGone(error.message)
    go({ release: '' }, 'typing')
    return show()
  }
  const shown = show()
  if (arriving) {
    arriving = false
    window.scrollTo(0, 0)
    byId('headline', HTMLElement).focus({ preventScroll: true })
  }
  await shown
}

/** Goes to a release or to the list; there, to the release that was shown. */
async function follow(release: string): Promise<void> {
  const { release: before } = readAddress()
  if (release === before) return
  sayGone('')
  go({ release })
  arriving = release !== ''
  details = undefined
  await show()
  if (release === '') document.querySelector<HTMLElement>(`#releases a[data-release="${CSS.escape(before)}"]`)?.focus()
}

async function hear(heard: Heard): Promise<void> {
  const { release } = readAddress()
  switch (heard.kind) {
    case 'lost':
      saysGone = false
      return say(byId('offline', HTMLElement), 'The preview has ended: start it again, and this page goes on')
    case 'hello':
      say(byId('offline', HTMLElement), '')
      return run === heard.run ? undefined : location.reload()
    case 'changed': {
      const isMeant = release !== '' && (!heard.files || heard.files.includes(release))
      const [, to] = heard.renamed?.find(([from]) => from === release) ?? []
      if (to !== undefined) go({ release: to }, 'typing')
      if (isMeant && heard.pictures) reloadFrames()
      if (isMeant) await Promise.all([to === undefined && renewFrames(), loadRelease()])
      if (!heard.files) await loadListing()
      return
    }
    case 'checked':
      if (heard.files.includes(release)) await loadRelease()
      return
    case 'listed': {
      if (!listing) return
      const others = new Map(listing.groups.map((group) => [group.key, group]))
      for (const key of heard.gone) others.delete(key)
      for (const group of heard.groups) others.set(group.key, group)
      const { problems = listing.problems } = heard
      const isOther = JSON.stringify(problems) !== JSON.stringify(listing.problems)
      listing = { ...listing, groups: [...others.values()], problems }
      if (release === '' || isOther) soon()
      return
    }
  }
}

let waiting = false
/** Shows the list a little later: of many releases that come in one after the other, all at once. */
function soon(): void {
  if (waiting) return
  waiting = true
  setTimeout(() => {
    waiting = false
    moved()
  }, 60)
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-release], #home, #back') : undefined
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  void follow(link.dataset['release'] ?? '')
})
window.addEventListener('popstate', () => {
  sayGone('')
  moved()
})
readyList(moved)
readyNotice()
readyProblems()
readyTaking(() => details)
listen((heard) => void hear(heard))
await loadListing()
