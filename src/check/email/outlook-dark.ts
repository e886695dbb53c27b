import { partialInversion } from '../../clients/inversion.ts'
import type { Element } from '../../clients/markup.ts'
import type { Email } from './email.ts'
import { paints } from './paint.ts'

/** Text as Outlook.com shows it in the dark: by force, but for what the email says of it. */
export interface OutlookDark {
  readonly element: Element
  /** Both as #rrggbb. */
  readonly ink: string
  readonly ground: string
  /** Whether one of the two is the email's own, from its rules for [data-ogsc] and [data-ogsb]. */
  readonly isAuthored: boolean
}

/** All visible text as it is in the dark of Outlook.com and the Outlook apps, which invert in part and mark what they have changed. */
export function outlookDark(email: Email): OutlookDark[] {
  const { page } = email
  const light = paints(email, page, 'light')
  const asksFor = page.sheets.some(({ css }) => css.includes('[data-ogs'))
  const said = new Map(asksFor ? paints(email, page, 'outlook').map((one) => [one.element, one]) : [])
  return light.map(({ element, ink, ground }) => {
    const own = said.get(element)
    const ownInk = own && own.ink !== ink ? own.ink : undefined
    const ownGround = own && own.ground !== ground ? own.ground : undefined
    return {
      element,
      ink: ownInk ?? partialInversion.ink(ink),
      ground: ownGround ?? partialInversion.ground(ground),
      isAuthored: ownInk !== undefined || ownGround !== undefined,
    }
  })
}
