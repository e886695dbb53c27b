import { bankAccount } from './bank-account.ts'
import { earlierRemark } from './earlier-remark.ts'
import { editingLeftover } from './editing-leftover.ts'
import { embargoDisagrees } from './embargo-disagrees.ts'
import { embargoEnded } from './embargo-ended.ts'
import { embargoImmediate } from './embargo-immediate.ts'
import { embargoZone } from './embargo-zone.ts'
import { identityNumber } from './identity-number.ts'
import { importRemark } from './import-remark.ts'
import { notYetPublic } from './not-yet-public.ts'
import { pictureLocationRule } from './picture-location.ts'
import { privateAddress } from './private-address.ts'
import { privateEmail } from './private-email.ts'
import { privateMobile } from './private-mobile.ts'
import { translationAhead } from './translation-ahead.ts'

/** What must not leave the house. */
export const safety = [
  embargoImmediate,
  embargoDisagrees,
  embargoEnded,
  embargoZone,
  notYetPublic,
  translationAhead,
  privateAddress,
  privateMobile,
  privateEmail,
  bankAccount,
  identityNumber,
  editingLeftover,
  pictureLocationRule,
  importRemark,
  earlierRemark,
] as const
