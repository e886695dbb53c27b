import { instantOf, ownTurn } from '../../../release/status.ts'
import { defineReleaseRule, inside } from '../rule.ts'

export const translationAhead = defineReleaseRule({
  code: 'translation-ahead',
  severity: 'error',
  summary: 'Let no translation out before its original',
  why: 'A translation takes draft and embargo from its original, unless it says its own. One of its own that ends earlier would let the news out in one language, and news has no language: build keeps it apart all the same.',
  rate: 'rare, all of them errors',
  examples: {
    good: [
      '=== releases/2026-12-01-x.md\n---\nheadline: Acme opens a plant\nembargo: 2026-12-01 09:00 Europe/Helsinki\n---\n\nText.\n=== releases/2026-12-01-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nTexte.\n',
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nText.\n=== releases/2026-01-02-x.fr.md\n---\nheadline: Acme ouvre une usine\ndraft: true\n---\n\nTexte.\n',
    ],
    bad: {
      '=== releases/2026-12-01-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-12-01\ndraft: true\n---\n\nText.\n=== releases/2026-12-01-x.fr.md\n---\nheadline: Acme ouvre une usine\ndraft: false\n---\n\nTexte.\n':
        'releases/2026-12-01-x.fr.md:3:8 Translation that goes out before its original',
      '=== releases/2026-12-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-12-02\nembargo: 2026-12-02 09:00 Europe/Helsinki\n---\n\nText.\n=== releases/2026-12-02-x.fr.md\n---\nheadline: Acme ouvre une usine\nembargo: 2026-12-02 09:00 Asia/Tokyo\n---\n\nTexte.\n':
        'releases/2026-12-02-x.fr.md:3:10 Translation that goes out before its original',
    },
  },
  check(release, report) {
    const { original, timing, room, fields } = release
    const field = (['draft', 'embargo', 'date'] as const).find((name) => fields[name] !== undefined)
    if (!original || field === undefined) return
    const zone = room.settings.timeZone
    if (instantOf(ownTurn(timing), zone) >= instantOf(ownTurn(original.timing), zone)) return
    report({
      message: 'Translation that goes out before its original',
      hint: 'take the field away: a translation goes out with its original',
      at: inside(release, [field]),
      related: [{ message: 'the original', file: original.source.file }],
    })
  },
})
