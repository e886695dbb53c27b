import { bankAccount } from './bank-account.ts'
import { earlierRemark } from './earlier-remark.ts'
import { editingLeftover } from './editing-leftover.ts'
import { embargoEnded } from './embargo-ended.ts'
import { embargoImmediate } from './embargo-immediate.ts'
import { embargoZone } from './embargo-zone.ts'
import { identityNumber } from './identity-number.ts'
import { importRemark } from './import-remark.ts'
import { privateEmail } from './private-email.ts'
import { privateMobile } from './private-mobile.ts'

/** What must not leave the house. */
export const safety = [
  embargoImmediate,
  embargoEnded,
  embargoZone,
  privateMobile,
  privateEmail,
  bankAccount,
  identityNumber,
  editingLeftover,
  importRemark,
  earlierRemark,
] as const
