import type { Element } from '../../clients/markup.ts'
import { onceFor } from '../../source/once.ts'
import { attributeSpan, declarationsOf, plainRules, type Email, type Placed } from './email.ts'
import { selecting, selectorsOf, specificity } from './selector.ts'

type StyleInWord = (element: Element) => readonly Placed[]

/**
 * What Outlook for Windows reads of an element's style, each declaration with its place and the one that wins last: from the style sheets
 * what stands in no @-rule, the weightier selectors after the lighter, then the style attribute. Several rules ask for it.
 */
export const styleInWord = onceFor((email: Email): StyleInWord => {
  const rules = email.outlook.sheets
    .flatMap((sheet) =>
      plainRules(sheet).flatMap((rule) => {
        const placed = declarationsOf(sheet, rule).filter(({ property }) => minded.test(property))
        return placed.length === 0
          ? []
          : selectorsOf(rule.selector).map((one) => ({
              selector: one,
              weight: specificity(one),
              placed,
            }))
      }),
    )
    .sort((a, b) => a.weight - b.weight)
  const rulesOf = selecting(rules)
  const styles = new Map<Element, readonly Placed[]>()
  return (element) => {
    const style = styles.get(element) ?? [
      ...rulesOf(element).flatMap(({ placed }) => placed),
      ...email.styleOf(element).map((one) => ({ ...one, at: attributeSpan(element, 'style') })),
    ]
    styles.set(element, style)
    return style
  }
})

/** What the rules about Word ask for; most of a sheet is about something else. */
const minded = /^(?:width|height|max-width|line-height|padding|margin|border(?!-collapse)|mso-(?:padding|line))/

/** The declaration of a property that wins. */
export const winning = (style: readonly Placed[], property: string): Placed | undefined =>
  style.findLast((one) => one.property === property)
