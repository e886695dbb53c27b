import { textAddress } from './text-address.ts'
import { textInvisible } from './text-invisible.ts'
import { textLeftover } from './text-leftover.ts'
import { textPreheader } from './text-preheader.ts'
import { textTable } from './text-table.ts'
import { textUnderline } from './text-underline.ts'
import { textWrap } from './text-wrap.ts'

/** Every rule for the plain text of a release; a new one is a file and a line here. */
export const rules = [
  textLeftover,
  textInvisible,
  textPreheader,
  textAddress,
  textWrap,
  textUnderline,
  textTable,
] as const

/** The name of a rule, as diagnostics and settings give it. */
export type TextCode = (typeof rules)[number]['code']
