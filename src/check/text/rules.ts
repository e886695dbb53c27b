import { textAddress } from './text-address.ts'
import { textAscii } from './text-ascii.ts'
import { textCrowded } from './text-crowded.ts'
import { textInvisible } from './text-invisible.ts'
import { textLeftover } from './text-leftover.ts'
import { textNumber } from './text-number.ts'
import { textPreheader } from './text-preheader.ts'
import { textQuote } from './text-quote.ts'
import { textTable } from './text-table.ts'
import { textUnderline } from './text-underline.ts'
import { textWrap } from './text-wrap.ts'

/** The rules for the plain text of a release, by what they are for; a new one is a file and a line here. */
export const groups = {
  'What is left of the HTML': [textLeftover, textInvisible, textPreheader],
  Addresses: [textAddress, textNumber, textCrowded],
  'Lines and columns': [textWrap, textAscii, textUnderline, textQuote, textTable],
} as const

/** Every rule for the plain text of a release. */
export const rules = Object.values(groups).flat()

/** The name of a rule, as diagnostics and settings give it. */
export type TextCode = (typeof rules)[number]['code']
