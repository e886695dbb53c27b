import { daysAfter } from '../dates.ts'
import { wallClock } from '../../../calendar/zone.ts'
import { number } from '../../options.ts'
import { defineReleaseRule, inside } from '../rule.ts'

export const missingLanguage = defineReleaseRule({
  code: 'missing-language',
  severity: 'info',
  timeBound: true,
  summary: 'Bring a release out in the languages in which the house does',
  why: 'Journalists who get releases in their language wait for it, or write without it. The languages are those of three in four of the latest releases; only releases of the last days, and those to come, are asked for theirs.',
  rate: 'not measured: the archives are in one language',
  options: { days: number(14, 'how many days after its date a release is still asked for its languages') },
  examples: {
    good: ['=== releases/2026-11-20-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-11-20\n---\n\nText.\n'],
    bad: {
      '=== releases/2026-05-01-a.md\n---\nheadline: One\ndate: 2026-05-01\n---\n\nText.\n=== releases/2026-05-01-a.fr.md\n---\nheadline: Un\n---\n\nTexte.\n=== releases/2026-06-01-b.md\n---\nheadline: Two\ndate: 2026-06-01\n---\n\nText.\n=== releases/2026-06-01-b.fr.md\n---\nheadline: Deux\n---\n\nTexte.\n=== releases/2026-07-01-c.md\n---\nheadline: Three\ndate: 2026-07-01\n---\n\nText.\n=== releases/2026-07-01-c.fr.md\n---\nheadline: Trois\n---\n\nTexte.\n=== releases/2026-11-20-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-11-20\n---\n\nText.\n':
        'releases/2026-11-20-x.md:2:11 Missing in a language of the house, fr',
    },
  },
  check(release, report, { days }) {
    const { original, translations, timing, date, now, room } = release
    if (original || timing.draft || timing.withdrawn || date === undefined) return
    const there = new Set([release, ...translations].map(({ language }) => language))
    const missing = release.houseLanguages().filter((tag) => !there.has(tag.split('-')[0] ?? tag))
    if (missing.length === 0) return
    const { day } = wallClock(now, room.settings.timeZone ?? 'UTC')
    if (daysAfter(date, days) < day) return
    report({
      message: `Missing in ${missing.length === 1 ? 'a language' : 'languages'} of the house, ${missing.join(', ')}`,
      hint: `\`pressmark new --translate ${missing[0]} ${release.source.file}\` begins it`,
      at: inside(release, ['headline']),
    })
  },
})
