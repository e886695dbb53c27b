import type { Counts, ListedRelease, State, Status } from '../wire.ts'

const stateNames: Readonly<Record<State, string>> = {
  draft: 'Draft',
  embargoed: 'Embargoed',
  scheduled: 'Scheduled',
  public: 'Public',
  withdrawn: 'Withdrawn',
  unknown: 'State not known',
}

export const stateName = (state: State): string => stateNames[state]

/** What a release is shown as: with errors it is neither public nor on its way. */
export const shownState = ({ state, faulty }: Pick<ListedRelease, 'state' | 'faulty'>): State | 'faulty' =>
  faulty && /^(?:public|scheduled|unknown)$/.test(state) ? 'faulty' : state

/** A state with its moment: Embargoed until Dec 1, 2026, 09:00 Europe/Amsterdam. */
export function statusLine(release: ListedRelease): string {
  const { state, until, faulty } = release
  if (shownState(release) === 'faulty') return 'Cannot be built'
  const line =
    until === '' ? stateName(state) : state === 'embargoed' ? `Embargoed until ${until}` : `Goes out on ${until}`
  return faulty ? `${line}; cannot be built` : line
}

/** What must not be missed of a release that is not public, or not known to be; nothing for one that is. */
export function warningOf({ state, until }: Status): string {
  switch (state) {
    case 'draft':
      return 'Draft: not for publication'
    case 'embargoed':
      return `Embargoed: not for publication before ${until}`
    case 'scheduled':
      return until === '' ? 'Not out yet: not for publication' : `Not out yet: not for publication before ${until}`
    case 'withdrawn':
      return 'Withdrawn: not to be used any more'
    case 'unknown':
      return 'State not known: not for publication'
    case 'public':
      return ''
  }
}

export const count = (number: number, one: string): string =>
  `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`

/** 2 errors, 1 warning; empty where there is nothing. */
export const problemsInWords = ({ errors, warnings, remarks }: Counts): string =>
  [
    errors > 0 ? count(errors, 'error') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
    remarks > 0 ? count(remarks, 'remark') : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })

/** Apr 9, 2020 */
export const dayInWords = (day: string): string => (day === '' ? '' : days.format(Date.parse(day)))
