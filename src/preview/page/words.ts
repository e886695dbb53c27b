import type { Counts, State, Status } from '../wire.ts'

const stateNames: Readonly<Record<State, string>> = {
  draft: 'Draft',
  embargoed: 'Embargoed',
  scheduled: 'Scheduled',
  public: 'Public',
  withdrawn: 'Withdrawn',
  unknown: 'Not readable',
}

export const stateName = (state: State): string => stateNames[state]

/** A state with its moment: Embargoed until Dec 1, 2026, 09:00 Europe/Amsterdam. */
export function statusLine({ state, until }: Status): string {
  if (until === '') return stateName(state)
  return state === 'embargoed' ? `Embargoed until ${until}` : `Goes out on ${until}`
}

/** What must not be missed of a release that is not public; nothing for one that is. */
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
    case 'public':
    case 'unknown':
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
