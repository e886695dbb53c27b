import { bodyOf } from '../prose.ts'
import { defineReleaseRule, type CheckedRelease } from '../rule.ts'

/** Forms of release lines, in the languages that the kit has words for; people type them in any. */
const lines = {
  immediate: [
    'for (?:immediate (?:release|distribution|publication)|release (?:immediately|upon receipt|at once))',
    'pour (?:diffusion|publication) imm[ée]diate|[àa] diffuser imm[ée]diatement',
    'para (?:su )?(?:publicaci[óo]n|difusi[óo]n|distribuci[óo]n) inmediata',
    'للنشر الفوري',
  ],
  embargo: [
    '(?:strictly )?embargoed(?: (?:until|till|to|for)|:)|(?:strictly )?under embargo(?: until|:)|embargo: ?(?:not for|until|\\d)',
    '(?:hold(?: for (?:release|publication))?|not (?:for|to be) (?:release|publication|use|broadcast|published|released|used)) (?:until|till|before|prior to)',
    '(?:this (?:press |news )?release|this (?:information|statement|announcement)|the contents?(?: of this (?:press )?release)?) (?:is|are) (?:strictly )?(?:under embargo|embargoed)(?: until| till|(?=[.,:]|$))',
    '(?:ce (?:communiqué|texte)(?: de presse)? est )?sous embargo (?:strict )?jusqu|embargo: ?jusqu|(?:à )?ne pas (?:diffuser|publier) avant',
    '(?:est[ae] (?:nota|comunicado|información)(?: de prensa)? est[áa] )?(?:embargad[oa]|bajo embargo) hasta|embargo: ?hasta|no (?:difundir|publicar) (?:antes del?|hasta)',
    'محظور النشر (?:حتى|قبل)|(?:لا ي?ُ?نشر|غير قابل للنشر) (?:قبل|حتى)',
  ],
  draft: [
    'draft(?=$|:)|not for (?:release|publication|distribution)(?=$|[.!,:])',
    'projet[ \\u00A0]?: ?ne pas|brouillon(?=$|[ \\u00A0]?:)|ne pas (?:diffuser|publier)(?=$|[.!,:])',
    'borrador(?=$|:)|no (?:difundir|publicar)(?=$|[.!,:])',
    'مسودة(?=$|:)|ليست? للنشر',
  ],
} as const

/** At the beginning of a line; a sentence that goes on, `for immediate release of …`, is none. */
const patternOf = (forms: readonly string[], end: string): RegExp =>
  new RegExp(`^([ \\t>#*_]{0,12})((?:${forms.join('|')})${end})`, 'imu')

const patterns = {
  immediate: patternOf(lines.immediate, '(?=[ \\t*_]*(?:$|[:|–—-]|\\d|\\p{Lu}\\p{L}+ \\d{1,2}))'),
  embargo: patternOf(lines.embargo, ''),
  draft: patternOf(lines.draft, ''),
}

/** A line that says what the release is, and nothing else. */
const kindLine =
  /^([ \t>#*_]{0,12})((?:press|news|media) (?:release|statement)|media advisory|communiqu[ée] de presse|invitation presse|nota informativa|(?:nota|comunicado) de prensa|convocatoria de prensa|(?:بيان|خبر) صحفي|دعوة صحفية)[ \t*_:.]{0,6}$/iu

/** Whether a passage is a line that says when a release may be used, or what it is. */
export const isReleaseLine = (passage: string): boolean =>
  Object.values(patterns).some((pattern) => pattern.test(passage)) || kindLine.test(passage)

/** How far into the body such a line can stand, in passages. */
const reach = 3

export const releaseLine = defineReleaseRule({
  code: 'release-line',
  severity: 'warning',
  summary: 'Leave the release line to the kit, and say in front matter what it is to say',
  why: 'FOR IMMEDIATE RELEASE, EMBARGOED UNTIL, DRAFT and PRESS RELEASE are made from `embargo`, `draft`, the date and `kind`, in each language, and change when the moment comes. One that is typed does not; and an embargo or a draft that only the text knows of goes out all the same, which is an error.',
  rate: 'not measured: archives have taken these lines out',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nFor immediate release of the figures it asks in vain.\n',
      '---\nheadline: Acme opens a plant\n---\n\nThe press release of May speaks of it.\n\nPress releases are read.\n',
      '---\nheadline: Embargo on pumps ends\n---\n\nEmbargoed goods come in. This release is embargoed goods of all kinds.\n\nDrafts are welcome. Hold on until the doors open.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Helsinki\n---\n\nFOR IMMEDIATE RELEASE\n\nThe rule embargo-immediate speaks of it.\n',
    ],
    bad: {
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\n**NOTA DE PRENSA**\n\nTexto.\n':
        '6:3 Kind of release that is typed',
      '---\nheadline: Acme opens a plant\n---\n\n**FOR IMMEDIATE RELEASE**\n\nText.\n':
        '5:3 Release line that is typed',
      '---\nheadline: "EMBARGOED UNTIL MONDAY: Acme opens a plant"\n---\n\nText.\n':
        '2:12 Embargo that only the text knows of',
      '---\nheadline: Acme opens a plant\n---\n\nHOLD FOR RELEASE UNTIL MAY 3, 2026\n\nNot for publication before 00:01 on 3 May 2026\n\nThis release is under embargo until 3 May.\n':
        '5:1 Embargo that only the text knows of\n7:1 Embargo that only the text knows of\n9:1 Embargo that only the text knows of',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nNe pas diffuser avant le 3 mai\n\nTexte.\n':
        '6:1 Embargo that only the text knows of',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nSous embargo jusqu’au 9 avril, 9 heures\n\nTexte.\n':
        '6:1 Embargo that only the text knows of',
      '---\nheadline: Acme abre una planta\nlanguage: es\ndraft: true\n---\n\nBORRADOR: NO DIFUNDIR\n\nPara su publicación inmediata\n':
        '7:1 Release line that is typed\n9:1 Release line that is typed',
      '---\nheadline: أكمي تفتح مصنعا\nlanguage: ar\n---\n\nمسودة: ليست للنشر\n\nنص.\n':
        '6:1 Draft that only the text knows of',
    },
  },
  check(release, report) {
    const { prose, timing } = release
    for (const { start, end } of placesOf(release)) {
      const text = prose.text.slice(start, end)
      for (const meaning of ['immediate', 'embargo', 'draft'] as const) {
        if (meaning === 'immediate' && timing.embargo) continue
        const found = patterns[meaning].exec(text)
        if (!found) continue
        const from = start + found.index + (found[1]?.length ?? 0)
        const at = [from, from + (found[2]?.length ?? 0)] as const
        const isKnown = meaning === 'immediate' || (meaning === 'draft' ? timing.draft : timing.embargo !== undefined)
        if (isKnown) report({ message: 'Release line that is typed', hint: 'take it out; build writes it', at })
        else if (meaning === 'embargo') {
          const hint = 'set `embargo`, or take it out: the release turns public on its date'
          report({ message: 'Embargo that only the text knows of', hint, at, severity: 'error' })
        } else {
          const hint = 'set `draft: true`, or take it out: the release turns public on its date'
          report({ message: 'Draft that only the text knows of', hint, at, severity: 'error' })
        }
        break
      }
    }
    for (const { kind, start, end } of bodyOf(prose).slice(0, reach)) {
      const [, before = '', typed = ''] = (kind === 'text' && kindLine.exec(prose.text.slice(start, end))) || []
      const from = start + before.length
      const hint = 'take it out; build writes it by `kind`'
      if (typed) report({ message: 'Kind of release that is typed', hint, at: [from, from + typed.length] })
    }
  },
})

/** The lines of the mail list, and the beginning of the body. */
const placesOf = ({ prose }: CheckedRelease) => [
  ...prose.passages.filter(({ field }) => field === 'headline' || field === 'subheadline' || field === 'subject'),
  ...bodyOf(prose).slice(0, reach),
]
