import { newAddressList, finish, renderInlineText, underlined, writeText, type TextOptions } from '../markdown/text.ts'
import { wrapLine } from '../markdown/wrap.ts'
import { word, type Locale } from '../press-room/locale.ts'
import { onceFor } from '../source/once.ts'
import { readTemplates } from '../template/engine.ts'
import { oncePerOutline } from '../template/outline.ts'
import { object, text as words, type ViewOf } from '../template/shape.ts'
import { fullFileAddress, linkAddress, publicAddress } from './addresses.ts'
import { blankLayout } from './blank.ts'
import type { Format } from './format.ts'
import { noticeCheck } from './notice.ts'
import { pictureInText } from './pictures.ts'
import { releaseShape } from './shapes.ts'
import { viewOf, type ReleaseView } from './view.ts'

/** What the layout of the plain text is given beyond what every layout is. */
export const textShape = object(
  {
    ...releaseShape.fields,
    headings: object(
      {
        notes: words('Notes to editors'),
        spokespeople: words('Available for interview'),
        research: words('About the research'),
        media: words('Pictures'),
        attachments: words('Downloads'),
        links: words('Further information'),
      },
      'Headings in the words of the language, underlined',
    ),
  },
  'A release, for its plain text',
)
type TextView = ViewOf<typeof textShape>

/** Plain text: the part of the mail that every reader can open. */
export const text: Format = {
  name: 'text',
  mediaType: 'text/plain; charset=utf-8',
  fileName: 'release.txt',
  async compile({ room, cache }) {
    const templates = readTemplates('text', room.layouts, { escape: false, words: room.words, cache })
    const { value: template, diagnostics } = templates.compile('release', textShape)
    if (!template) return { diagnostics }
    const noticeOf = noticeCheck(room, 'text', templates, textShape)
    const { wrap, ascii } = room.settings.text
    const fillLayout = oncePerOutline(template, textShape, { escapes: false, digest: templates.digest, cache })
    const value = async (release: Parameters<typeof viewOf>[0]) => {
      const options: TextOptions = {
        wrap,
        ascii,
        rightToLeft: release.locale.direction === 'rtl',
        link: (href) => linkAddress(href, (src) => fullFileAddress(room, release, src)),
        caption: (src, alt, title) => pictureInText(release, src, alt, title),
      }
      const list = newAddressList()
      const view = viewOf(release, room, {
        document: (document) => writeText(document, options, list),
        boilerplate: (document) => writeText(document, options, list),
        line: (children) => renderInlineText(children, options, list),
        file: (src) => fullFileAddress(room, release, src) ?? src,
        translation: (language, isOriginal) => publicAddress(room, release, isOriginal ? undefined : language) ?? '',
        logo: undefined,
      })
      const filled = fillLayout(Object.assign(view, underlines(view, release.locale)), release.locale)
      const value = layOut(filled, wrap, ascii)
      return { value, diagnostics: [...blankLayout(room, 'text/release.hbs', value), ...noticeOf(release)] }
    }
    return { value, diagnostics: [] }
  },
}

/** Headings of blocks, underlined where widths are known. */
const headingsOf = onceFor((locale: Locale): TextView['headings'] => {
  const heading = (name: keyof TextView['headings']): string => underlined(word(locale, name), '-')
  return {
    notes: heading('notes'),
    spokespeople: heading('spokespeople'),
    research: heading('research'),
    media: heading('media'),
    attachments: heading('attachments'),
    links: heading('links'),
  }
})

/** What the text has in its own way: headings that the layout shows get their underline here, where widths are known. */
function underlines(
  view: ReleaseView,
  locale: Locale,
): Pick<TextView, 'headline' | 'boilerplate' | 'headings' | 'contactGroups'> {
  return {
    contactGroups: leftToRight(view),
    headings: headingsOf(locale),
    headline: underlined(view.headline, '='),
    boilerplate: view.boilerplate.map((about) => ({ ...about, title: underlined(about.title, '-') })),
  }
}

/** Phone numbers between left-to-right marks where the language runs the other way: a plain text has no other means. */
function leftToRight({ contactGroups, direction }: ReleaseView): ReleaseView['contactGroups'] {
  if (direction === 'ltr') return contactGroups
  const marked = (phone: { display: string; uri: string }) => ({
    ...phone,
    display: phone.display && `\u200E${phone.display}\u200E`,
  })
  return contactGroups.map((group) => ({
    ...group,
    contacts: group.contacts.map((one) => ({ ...one, phone: marked(one.phone), mobile: marked(one.mobile) })),
  }))
}

/** Wraps what the layout itself wrote; bodies are wrapped already, and wrapping twice changes nothing. */
function layOut(whole: string, wrap: number | undefined, ascii: boolean): string {
  const text = finish(whole, ascii)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (wrap === undefined) return `${text}\n`
  const lines = text.split('\n').map((line) => (/^(?:> | {2,}|\[\d+\] )/.test(line) ? line : wrapLine(line, wrap)))
  return `${lines.join('\n')}\n`
}
