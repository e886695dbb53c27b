import type { Reading, Recognizer } from '../draft.ts'
import { fold } from '../fold-text.ts'
import type { Block } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { textOf } from '../runs.ts'
import { anyOf } from '../words/words.ts'

let pattern: RegExp | undefined

const isFurniture = (text: string): boolean => {
  pattern ??= new RegExp(
    `^[\\s|•·<>»«]*(?:(?:${anyOf('furniture')})(?:\\s*[:|].{0,50}|\\s+[\\p{L}:]{0,4}\\s?\\d.{0,40})?(?:\\s*[|•·]\\s*(?:${anyOf('furniture')}))*|-\\s*(?:more|suite|sigue)\\s*-|\\(more\\)|(?:page|pagina|seite|sivu)?\\s*\\d{1,2}\\s*(?:/|of|de|sur|von|van)\\s*\\d{1,2})[\\s|•·<>»«.]*$`,
    'u',
  )
  return text.length < 120 && pattern.test(fold(text))
}

/** Takes out lines of pages that belong to no release: menus, buttons, page numbers. They are listed as what is left over. */
export const furniture: Recognizer = (reading: Reading): Reading => {
  const lines: string[] = []
  const blocks = reading.blocks.filter((block: Block) => {
    if (!isText(block) || !isFurniture(textOf(block.runs))) return true
    lines.push(textOf(block.runs).trim())
    return false
  })
  if (lines.length === 0) return reading
  return { ...reading, blocks, asides: [...reading.asides, { what: 'lines of the page', text: lines.join('\n') }] }
}
