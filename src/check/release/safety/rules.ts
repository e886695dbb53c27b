import { importRemark } from './import-remark.ts'

/** What must not leave the house. */
export const safety = [importRemark] as const
