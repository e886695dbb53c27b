import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { domainToASCII } from 'node:url'
import { graphemes } from '../../markdown/width.ts'
import type { Instant } from '../../calendar/zone.ts'
import { inLanguage } from '../../press-room/language.ts'
import type { PressRoom } from '../../press-room/press-room.ts'
import { lastChange } from '../../release/last-change.ts'
import type { ResolvedRelease } from '../../release/resolved.ts'
import { instantOf } from '../../release/status.ts'
import { diagnose, hasErrors, type Diagnostic } from '../../source/diagnostic.ts'
import { joined } from '../../template/parts.ts'
import { compileEmail } from '../email/email.ts'
import type { Format } from '../format.ts'
import { text } from '../text.ts'

/** The id under which a message carries the logo (RFC 2392). */
const logoId = 'logo@pressmark'

/**
 * The release as a message that a mail program opens as a draft: plain text first, then HTML, with the logo inside where the press
 * room wants it. Everything in it follows from the release, so that the same release gives the same bytes.
 */
export const eml: Format = {
  name: 'eml',
  mediaType: 'message/rfc822',
  fileName: 'release.eml',
  async compile(context) {
    const { room } = context
    const embeds = room.settings.mail.embedLogo && room.logo !== undefined
    const [email, plain] = await Promise.all([
      compileEmail(context, embeds ? `cid:${logoId}` : ''),
      text.compile(context),
    ])
    const diagnostics: Diagnostic[] = [...email.diagnostics, ...plain.diagnostics]
    const { from } = room.settings.mail
    if (from === undefined) {
      const hint = 'add `mail: { from: press@example.org }` to press.yaml, or `email` to its organization'
      const message = 'Missing mail.from, from which a message comes'
      diagnostics.push(room.settingsFault(['mail'], 'missing-value', message, hint))
    }
    diagnostics.push(...refusedAddresses(room))
    const [toHtml, toText] = [email.value?.fast, plain.value]
    if (!toHtml || !toText || from === undefined || hasErrors(diagnostics)) return { diagnostics }
    const logo = embeds && room.logo ? await readFile(join(room.root, room.logo.light.file)) : undefined

    const value = async (release: ResolvedRelease) => {
      const [html, words] = [await toHtml(release), await toText(release)]
      const found = [...html.diagnostics, ...words.diagnostics, ...longSubject(release)]
      if (html.value === undefined || typeof words.value !== 'string') return { diagnostics: found }
      const parts = { html: joined(html.value), text: words.value, logo, logoFile: room.logo?.light.file ?? '' }
      return { value: await compose(release, room, from, parts), diagnostics: found }
    }
    return { value, diagnostics: [] }
  },
}

/** Addresses that a field of a message cannot hold: what stands before the @ has no form in ASCII, as a domain does (RFC 5322; RFC 6532 asks for SMTPUTF8). */
function refusedAddresses({ settings, settingsFault }: PressRoom): Diagnostic[] {
  const { from = '', to } = settings.mail
  const isOfOrganization = from === settings.organization.email
  const addresses = [
    ['Sender', from, isOfOrganization ? ['organization', 'email'] : ['mail', 'from']],
    ...to.map((address, i) => ['Recipient', address, ['mail', 'to', i]] as const),
  ] as const
  const hint = 'write what stands before the @ in letters from a to z'
  return addresses.flatMap(([who, address, path]) =>
    /[^\x20-\x7e].*@/u.test(address)
      ? [settingsFault(path, 'invalid-value', `${who} that most mail servers refuse, "${address}"`, hint)]
      : [],
  )
}

/** In characters; phones show about as many. */
const longestSubject = 60

function longSubject(release: ResolvedRelease): Diagnostic[] {
  const { source, subjectWords, subjectField, subjectAt, withdrawal } = release
  // Nobody can shorten the subject of a withdrawal: it is the headline that was sent.
  if (withdrawal) return []
  // Nor the mark of an embargo or of a correction.
  const length = graphemes(subjectWords)
  if (length <= longestSubject) return []
  // A headline may well be longer; a subject that is given is given to be short.
  const severity = subjectField === 'subject' ? 'warning' : 'info'
  const hint = 'give the mail a shorter `subject` of its own'
  const message = `Long subject, ${length} characters, maximum ${longestSubject}`
  return [diagnose(source, subjectAt(), 'long-subject', message, { hint, severity })]
}

interface Parts {
  readonly html: string
  readonly text: string
  readonly logo: Uint8Array | undefined
  readonly logoFile: string
}

/** The message, by nodemailer; CRLF throughout, and nothing in it from the clock or from chance. */
async function compose(
  release: ResolvedRelease,
  room: PressRoom,
  from: string,
  { html, text: words, logo, logoFile }: Parts,
): Promise<Uint8Array> {
  const { createTransport } = await import('nodemailer')
  const { mail } = room.settings
  const name = mail.name === undefined ? '' : inLanguage(mail.name, release.language, room.settings.language)
  const digest = createHash('sha256')
    .update(`${release.slug}\n${release.language}\n${words}\n${html}`)
    .digest('hex')
    .slice(0, 24)
  const replyTo = release.contactGroups.flatMap(({ contacts }) =>
    contacts.flatMap((one) => (one.email ? [{ name: one.name, address: one.email }] : [])),
  )
  const date = messageInstant(release, room)
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({
    from: { name, address: from },
    ...(mail.to.length > 0 && { to: mail.to.map((address) => ({ name: '', address })) }),
    ...(replyTo.length > 0 && { replyTo }),
    subject: release.subject,
    ...(date !== undefined && { date: new Date(date) }),
    // In letters of ASCII (RFC 5322, 3.6.4), whatever the address is written in.
    messageId: `<${digest}@${domainToASCII(from.split('@').at(-1) ?? '')}>`,
    headers: { 'X-Unsent': '1', 'Content-Language': release.language },
    text: words.replace(/\n$/, ''),
    html: html.replace(/\n$/, ''),
    ...(logo && {
      attachments: [
        {
          filename: logoFile.split('/').at(-1) ?? 'logo',
          content: Buffer.from(logo),
          cid: logoId,
          contentDisposition: 'inline' as const,
        },
      ],
    }),
    textEncoding: 'quoted-printable',
    baseBoundary: digest,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const bytes = Buffer.isBuffer(message) ? message : Buffer.from(String(message))
  return date === undefined ? undated(bytes) : bytes
}

/**
 * The moment the message is dated: when the release went out, or was withdrawn or corrected after that; a day counts from when it begins.
 * Before a release is public there is none, since all that is known of it is to come: a draft is dated when it is sent (RFC 5322, 3.6.1).
 */
function messageInstant(release: ResolvedRelease, { settings: { timeZone } }: PressRoom): Instant | undefined {
  if (release.shelf !== 'releases') return undefined
  const out = release.published ?? instantOf(release.date, timeZone)
  const changed = lastChange(release)
  return changed === undefined ? out : Math.max(out, instantOf(changed, timeZone))
}

/** nodemailer dates every message: by the clock, where it is told nothing. */
const undated = (message: Buffer): Buffer =>
  Buffer.from(message.toString('latin1').replace(/^Date: .*\r\n/m, ''), 'latin1')
