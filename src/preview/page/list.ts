import type { ListedGroup, ListedRelease, Listing } from '../wire.ts'
import { addressOf, go, oneOf, readAddress } from './address.ts'
import { byId, element, fill, say } from './element.ts'
import { radios } from './radios.ts'
import { count, dayInWords, problemsInWords, shownState, stateName, statusLine } from './words.ts'

/** How many releases are put into the page at once. */
const page = 1000

const states = ['all', 'draft', 'embargoed', 'scheduled', 'public', 'withdrawn', 'problems'] as const
type StateFilter = (typeof states)[number]

interface Row {
  readonly text: string
  readonly item: HTMLLIElement
}
const rows = new Map<string, Row>()
let shown = page
let lastFilter = ''

/** Shows the list of releases as the address asks for it. */
export function showList(listing: Listing, moved: () => void): void {
  const { find } = readAddress()
  const state = oneOf('state', states) as StateFilter
  if (lastFilter !== `${state} ${find}`) shown = page
  lastFilter = `${state} ${find}`
  const input = byId('find', HTMLInputElement)
  if (input.value !== find) input.value = find
  const words = folded(find).split(/\s+/).filter(Boolean)
  const matching = listing.groups.filter((group) => words.every((word) => textOf(group).includes(word)))
  const checked = listing.groups.filter(isChecked).length
  const soFar = checked < listing.groups.length ? ' so far' : ''
  const tally = (one: StateFilter): string =>
    matching.filter((group) => isIn(group, one)).length.toLocaleString('en') + (one === 'problems' ? soFar : '')
  radios(
    byId('states', HTMLFieldSetElement),
    'state',
    states.map((one) => ({ value: one, label: labels[one], note: tally(one) })),
    state,
    (value) => {
      go({ state: value })
      moved()
    },
  )
  const found = matching.filter((group) => isIn(group, state)).sort(newestFirst)
  const isEmpty = listing.groups.length === 0
  byId('filter', HTMLFormElement).hidden = isEmpty
  byId('empty', HTMLElement).hidden = !isEmpty
  const filtered = found.length < listing.groups.length
  const all = filtered ? ` of ${listing.groups.length.toLocaleString('en')}` : ''
  const none = `No release is like that${state === 'problems' ? soFar : ''}`
  say(
    byId('found', HTMLElement),
    isEmpty ? '' : filtered && found.length === 0 ? none : count(found.length, 'release') + all,
  )
  // Not in the live region: a screen reader would read out every step.
  const ofAll = `${checked.toLocaleString('en')} of ${listing.groups.length.toLocaleString('en')}`
  say(byId('looking', HTMLElement), soFar === '' ? '' : `Looked for problems in ${ofAll}`)
  place(byId('releases', HTMLOListElement), found.slice(0, shown))
  const more = byId('more', HTMLButtonElement)
  more.hidden = found.length <= shown
  say(more, `Show ${Math.min(page, found.length - shown).toLocaleString('en')} more`)
}

/** Readies the controls of the list, once. */
export function readyList(moved: () => void): void {
  const form = byId('filter', HTMLFormElement)
  form.addEventListener('submit', (event) => event.preventDefault())
  const input = byId('find', HTMLInputElement)
  input.addEventListener('input', () => {
    go({ find: input.value }, 'typing')
    moved()
  })
  byId('more', HTMLButtonElement).addEventListener('click', () => {
    const last = byId('releases', HTMLOListElement).lastElementChild
    shown += page
    moved()
    last?.nextElementSibling?.querySelector('a')?.focus()
  })
}

const labels: Readonly<Record<StateFilter, string>> = {
  all: 'All',
  draft: stateName('draft'),
  embargoed: stateName('embargoed'),
  scheduled: stateName('scheduled'),
  public: stateName('public'),
  withdrawn: stateName('withdrawn'),
  problems: 'With problems',
}

function isIn({ releases }: ListedGroup, filter: StateFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'problems') return releases.some(({ problems }) => problems && problems.errors + problems.warnings > 0)
  return releases.some((release) => shownState(release) === filter)
}

/** Whether the rules have been asked about it, in all its languages. */
const isChecked = ({ releases }: ListedGroup): boolean => releases.every(({ problems }) => problems)

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const texts = new WeakMap<ListedGroup, string>()
function textOf(group: ListedGroup): string {
  const known = texts.get(group)
  if (known !== undefined) return known
  const parts = group.releases.map(
    (one) => `${one.headline} ${one.file} ${one.languageName} ${dayInWords(one.day)} ${one.day}`,
  )
  const text = folded(parts.join(' '))
  texts.set(group, text)
  return text
}

const dayOf = ({ releases }: ListedGroup): string => releases[0]?.day ?? ''

const newestFirst = (a: ListedGroup, b: ListedGroup): number =>
  dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : a.key < b.key ? 1 : -1

/** Puts the rows in their order. Those that are as they were stay where they are, and with them the focus. */
function place(list: HTMLOListElement, groups: readonly ListedGroup[]): void {
  const focused = document.activeElement?.getAttribute('href')
  let at: ChildNode | null = list.firstChild
  const kept = new Set<string>()
  for (const group of groups) {
    const { item } = rowOf(group)
    kept.add(group.key)
    if (item === at) at = item.nextSibling
    else list.insertBefore(item, at)
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling
    at.remove()
    at = next
  }
  for (const key of rows.keys()) if (!kept.has(key)) rows.delete(key)
  const link = focused && [...list.querySelectorAll('a')].find((one) => one.getAttribute('href') === focused)
  if (link && document.activeElement === document.body) link.focus({ preventScroll: true })
}

function rowOf(group: ListedGroup): Row {
  const text = JSON.stringify(group)
  const before = rows.get(group.key)
  if (before?.text === text) return before
  const item = before?.item ?? element('li', { class: 'row' })
  fill(item, rowParts(group))
  const row = { text, item }
  rows.set(group.key, row)
  return row
}

function rowParts({ releases: [original, ...translations] }: ListedGroup): (Node | undefined)[] {
  if (!original) return []
  const { day, languageName } = original
  const problems = original.problems && problemsInWords(original.problems)
  return [
    element('time', { datetime: day || undefined }, dayInWords(day)),
    element(
      'div',
      { class: 'what' },
      element('h2', {}, linkTo(original, original.headline)),
      translations.length === 0
        ? undefined
        : element(
            'p',
            { class: 'translations' },
            languageName,
            ...translations.flatMap((one) => [' · ', linkTo(one, one.languageName), flawsOf(one)]),
          ),
    ),
    element('p', { class: `state ${shownState(original)}` }, statusLine(original)),
    element('p', { class: `flaws ${worst(original)}` }, problems || undefined),
  ]
}

const linkTo = ({ file, language, direction }: ListedRelease, text: string): HTMLAnchorElement =>
  element('a', { href: addressOf(file), 'data-release': file, lang: language, dir: direction }, text)

function flawsOf({ problems }: ListedRelease): string | undefined {
  const words = problems && problemsInWords(problems)
  return words ? ` (${words})` : undefined
}

const worst = ({ problems }: ListedRelease): string =>
  problems && problems.errors > 0 ? 'error' : problems && problems.warnings > 0 ? 'warning' : 'info'
