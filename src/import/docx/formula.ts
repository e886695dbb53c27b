import { scripted } from '../script.ts'
import { child, elements, textBelow, type Element } from '../xml.ts'

/** A formula (OMML, ECMA-376 part 1, 22.1) on one line: fractions with a stroke, exponents raised; it is the figure that must stay. */
export function formulaText(element: Element): string {
  const part = (name: string): string => {
    const found = child(element, name)
    return found ? formulaText(found).trim() : ''
  }
  switch (element.name) {
    case 'm:t':
      return textBelow(element)
    case 'm:f':
      return `${asOne(part('m:num'))}/${asOne(part('m:den'))}`
    case 'm:sSup':
      return asOne(part('m:e')) + raised(part('m:sup'))
    case 'm:sSub':
      return asOne(part('m:e')) + scripted(part('m:sub'), 'sub')
    case 'm:sSubSup':
      return asOne(part('m:e')) + scripted(part('m:sub'), 'sub') + raised(part('m:sup'))
    default:
      return elements(element)
        .map(formulaText)
        .filter((text) => text !== '')
        .join(' ')
  }
}

/** In brackets where it is more than one figure or name. */
const asOne = (text: string): string => (/^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`)

/** An exponent; one with letters that cannot be raised, behind a sign for it. */
const raised = (text: string): string => (/^[\d+–−-]+$|^n$/.test(text) ? scripted(text, 'super') : `^${asOne(text)}`)
