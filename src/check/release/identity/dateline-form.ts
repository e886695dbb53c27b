import { flag } from '../../options.ts'
import { datesIn } from '../dates.ts'
import { defineReleaseRule, inside, type CheckedRelease } from '../rule.ts'

export const datelineForm = defineReleaseRule({
  code: 'dateline-form',
  severity: 'warning',
  summary: 'Give the dateline as a place alone',
  why: 'Capitals, the date, bold type and the dash come from the house’s style, `house: { dateline: … }` in press.yaml. What is typed stands there a second time, or in another form than in all other releases.',
  rate: '0–0.4',
  options: { required: flag(false, 'Whether every press release has to have one') },
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndateline: Stratford-upon-Avon\n---\n\nText.\n',
      '---\nheadline: Acme opens a plant\ndateline: TURKU\n---\n\nThe style of the kit has capitals anyway.\n',
      '=== press.yaml\norganization: { name: Acme }\nhouse: { dateline: "**{place}** —" }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndateline: UN, New York\n---\n\nText.\n',
      '=== press.yaml\norganization: { name: Acme }\ncheck: { dateline-form: { required: true } }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme speaks\nkind: statement\n---\n\nText.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndateline: "**Turku** —"\n---\n\nText.\n':
        '3:12 Dateline with marks that the style of the house puts there',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\ndateline: Paris, le 2 janvier 2026\n---\n\nTexte.\n':
        '4:11 Dateline with a date',
      '=== press.yaml\norganization: { name: Acme }\nhouse: { dateline: "**{place}** —" }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndateline: THE HAGUE\n---\n\nText.\n':
        'releases/2026-01-02-x.md:3:11 Dateline in capitals',
      '=== press.yaml\norganization: { name: Acme }\nhouse: { dateline: "**{place}** —" }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndateline: the hague\n---\n\nText.\n':
        'releases/2026-01-02-x.md:3:11 Dateline without a capital',
      '=== press.yaml\norganization: { name: Acme }\ncheck: { dateline-form: { required: true } }\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nText.\n':
        'releases/2026-01-02-x.md:2:11 Missing dateline',
    },
  },
  check(release, report, { required }) {
    const { dateline } = release.fields
    if (dateline === undefined) {
      const isMissing = required && release.kind === 'press-release'
      const hint = 'name the place that the news comes from in `dateline`'
      if (isMissing) report({ message: 'Missing dateline', hint, at: inside(release, ['headline']) })
      return
    }
    const say = (message: string): void => {
      report({ message, hint: 'write the place alone', at: inside(release, ['dateline']) })
    }
    if (datesIn(dateline, release.language).length > 0) say('Dateline with a date')
    else if (/[*_]|[-–—―:]\s*$/.test(dateline)) say('Dateline with marks that the style of the house puts there')
    else if (patternOf(release).includes('{PLACE}')) return
    else if (inCapitals(dateline)) say('Dateline in capitals')
    else if (/^\p{Ll}/u.test(dateline) && !/\p{Lu}/u.test(dateline)) say('Dateline without a capital')
  },
})

/** More than an abbreviation. */
const inCapitals = (place: string): boolean => /\p{Lu}{4}/u.test(place) && !/\p{Ll}/u.test(place)

const patternOf = ({ room, tag }: CheckedRelease): string =>
  room.settings.house.dateline ?? room.locale(tag).value?.dateline ?? '{PLACE}'
