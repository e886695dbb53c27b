import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownLayout } from '../press-room/own-layout.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { sameStamp } from '../source/stamp.ts'
import { shown } from './disk-fault.ts'
import type { KnownOutput, MailRecord } from './manifest.ts'
import type { OutputFolder } from './outputs.ts'

/** Whether a press room has an email layout, or a part of one, of its own. */
const hasOwnLayout = (room: PressRoom): boolean => ownLayout(room, 'email/release.mjml.hbs') !== undefined

/**
 * Holds a press room's own email layout to the rules of mail: by the first mail in each language, since the layout is the same for
 * all. Mails that were looked at before, and stand there untouched, are not looked at again. A press room that is not open has not
 * changed, and has a layout of its own if it had one before.
 */
export async function lintMails(
  mails: readonly KnownOutput[],
  root: string,
  folder: OutputFolder,
  room: PressRoom | undefined,
  before: MailRecord | undefined,
): Promise<MailRecord | undefined> {
  if (room ? !hasOwnLayout(room) : !before) return undefined
  const same =
    before?.mails.length === mails.length &&
    mails.every((mail, i) => {
      const known = before.mails[i]
      return known?.path === mail.path && sameStamp(known, mail)
    })
  if (before && same) return before
  const { lintEmail } = await import('../check/email/index.ts')
  const diagnostics = mails.flatMap(({ path }) =>
    lintEmail(shown(path, root, folder), readFileSync(join(folder.path, path))).map((found) => ({
      ...found,
      code: 'email-rule' as const,
      severity: found.severity === 'error' ? ('warning' as const) : ('info' as const),
      message: `${found.message} (${found.code})`,
    })),
  )
  return { mails, diagnostics }
}
