import type { Details, Listing } from '../wire.ts'
import { go, readAddress } from './address.ts'
import { byId, element, fill, say } from './element.ts'
import { reloadFrames, renewFrames } from './frames.ts'
import { readyList, showList } from './list.ts'
import { listen, type Heard } from './news.ts'
import { closeNotice, readyNotice } from './notice.ts'
import { problemItem, readyProblems } from './problems.ts'
import { showRelease } from './release.ts'
import { ask, ended, Refusal } from './server.ts'
import { clearStage } from './stage.ts'
import { readyTaking } from './taking.ts'

let listing: Listing | undefined
/** What is said of the release on the screen; nothing where that is the list. */
let details: Details | undefined
/** The run of the server that sent this page: another one does not know it any more. */
const run = document.querySelector('meta[name=run]')?.getAttribute('content')

/** Shows what the address asks for, with what is known of it. */
async function show(): Promise<void> {
  if (!listing) return
  const { release } = readAddress()
  if (details && details.file !== release) closeNotice()
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
    missing = ''
    showAll(listing)
  } else if (details?.file === release) {
    document.title = `${details.headline} · ${listing.name}`
    uncover('release')
    await showRelease(details, listing.clients, moved, (file) => void follow(file))
  } else await loadRelease()
}

/** Shows the list. The release before it does not follow what is saved any more: it will be asked for anew. */
function showAll(all: Listing): void {
  details = undefined
  clearStage()
  document.title = `Releases · ${all.name}`
  uncover('list')
  tell()
  showList(all, moved)
}

function uncover(shown: 'list' | 'release'): void {
  for (const id of ['waiting', 'list', 'release']) byId(id, HTMLElement).hidden = id !== shown
}

const moved = (): void => void show()

async function loadListing(): Promise<void> {
  listing = await ask<Listing>('/api/listing')
  await show()
}

/** Whether the server is not there. */
let lost = false
/** Why the release of the address cannot be had now; empty where it can. */
let missing = ''

const tell = (): void => say(byId('offline', HTMLElement), lost ? ended : missing)

/** Where somebody went by a link: there the page begins at its top, and the keyboard at its headline. */
let arriving = false

/** Counts what is asked of releases: no answer takes the place of one to a later question. */
let asked = 0
let answered = 0

/** Asks for what is to be said of the release, and shows it. Until it is there, what is on the screen stays. */
async function loadRelease(): Promise<void> {
  const { release } = readAddress()
  if (release === '') return
  const turn = ++asked
  const answer = await ask<Details>('/api/release', { file: release }).catch((refusal: Refusal) => refusal)
  if (turn < answered || readAddress().release !== release) return
  answered = turn
  missing = answer instanceof Refusal ? answer.message : ''
  tell()
  if (answer instanceof Refusal) {
    // The file may be back at once: a release that is being read stays where it is.
    if (listing && details?.file !== release) showAll(listing)
    return
  }
  details = answer
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
  go({ release })
  arriving = release !== ''
  await show()
  if (release === '') document.querySelector<HTMLElement>(`#releases a[data-release="${CSS.escape(before)}"]`)?.focus()
}

async function hear(heard: Heard): Promise<void> {
  const { release } = readAddress()
  switch (heard.kind) {
    case 'lost':
      lost = true
      return tell()
    case 'hello':
      lost = false
      tell()
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
      if (release === '' || missing !== '' || isOther) soon()
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
window.addEventListener('popstate', moved)
readyList(moved)
readyNotice()
readyProblems()
readyTaking(() => details)
listen((heard) => void hear(heard))
await loadListing()
