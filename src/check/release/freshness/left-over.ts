import { matchesIn } from '../../../source/matches.ts'
import { onceFor } from '../../../source/once.ts'
import { datesOf, dayOf } from '../dates.ts'
import { isDay } from '../../../calendar/day.ts'
import type { SourceText } from '../../../source/text.ts'
import { placeholdersInLine } from '../body/placeholder-text.ts'
import { defineReleaseRule, inside, type CheckedRelease } from '../rule.ts'

/** What says the news of one release alone. */
const fields = ['headline', 'subheadline', 'summary', 'subject', 'embargo'] as const
/** A shorter line may be the same by chance. */
const shortest = 20
/** What somebody says in fewer characters may be said twice. */
const shortestQuotation = 60
/** As `pressmark new --from` writes it. */
const origin = /^# pressmark-from:[ \t]*(\S+)/m

export const leftOver = defineReleaseRule({
  code: 'left-over',
  severity: 'warning',
  summary: 'Write anew what an earlier release has said',
  why: 'A release is often begun from the one before, and what nobody touched goes out again: wire editors list it among the ten errors they catch most. Looked at are the release that `pressmark new --from` names, and without that the three before; a headline or a quotation that is the same as one of theirs is only mentioned, since some return every month.',
  rate: '0–1, releases that repeat the first paragraph of an earlier one',
  examples: {
    good: [
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\nsummary: The plant in Turku makes pumps.\ndate: 2026-01-02\n---\n\nIt opens on March 10.\n=== releases/2026-04-02-y.md\n---\nheadline: Acme opens another plant\nsummary: The plant in Vaasa makes pumps.\ndate: 2026-04-02\n---\n\nThe one in Turku opened on March 10.\n',
      '=== releases/2026-12-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-12-02\nembargo: 2026-12-02 09:00 Europe/Helsinki\n---\n\nText.\n=== releases/2026-12-02-y.md\n---\nheadline: Acme names its heads\ndate: 2026-12-02\nembargo: 2026-12-02 09:00 Europe/Helsinki\n---\n\nText.\n',
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\nsubheadline: "[add a second line, or take this one away]"\ndate: 2026-01-02\ndraft: true\n---\n\n[add the news in one sentence of 25 to 35 words: who does what, when and where]\n\n“[add what somebody really said, in the words that were used, and in no other],” said Ana.\n=== releases/2026-04-02-y.md\n---\nheadline: Acme opens another plant\nsubheadline: "[add a second line, or take this one away]"\ndate: 2026-04-02\ndraft: true\n---\n\n[add the news in one sentence of 25 to 35 words: who does what, when and where]\n\n“[add what somebody really said, in the words that were used, and in no other],” said Ana.\n',
    ],
    bad: {
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\nsummary: The plant in Turku makes pumps.\ndate: 2026-01-02\n---\n\nIt opens on March 10.\n=== releases/2026-04-02-y.md\n---\nheadline: Acme opens another plant\nsummary: The plant in Turku makes pumps.\ndate: 2026-04-02\n---\n\nText.\n':
        'releases/2026-04-02-y.md:3:10 The same summary as that of 2026-01-02-x',
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nIt opens on March 10.\n=== releases/2026-04-02-y.md\n---\n# pressmark-from: 2026-01-02-x\nheadline: Acme opens another plant\ndate: 2026-04-02\n---\n\nIt opens on March 10.\n':
        'releases/2026-04-02-y.md:7:13 "March 10" was ahead in 2026-01-02-x, and is past here',
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\n“Turku has waited for a plant like this one since the old one burned,” said Ana Virta. “Good,” she said.\n=== releases/2026-04-02-y.md\n---\n# pressmark-from: 2026-01-02-x\nheadline: Acme opens another plant\ndate: 2026-04-02\n---\n\nIt is in Vaasa.\n\n“Turku has waited for a plant like this one since the old one burned,” said Ana Virta. “Good,” she said.\n':
        'releases/2026-04-02-y.md:9:1 The same quotation as in 2026-01-02-x',
      '=== releases/2026-01-02-x.fr.md\n---\nheadline: Acme ouvre une usine\ndate: 2026-01-02\n---\n\nL’usine de Turku fabriquera vingt pompes par jour, pour les bateaux.\n=== releases/2026-04-02-y.fr.md\n---\nheadline: Acme ouvre une usine\ndate: 2026-04-02\n---\n\nL’usine de Turku fabriquera vingt pompes par jour, pour les bateaux.\n':
        'releases/2026-04-02-y.fr.md:2:11 The same headline as that of 2026-01-02-x.fr\nreleases/2026-04-02-y.fr.md:6:1 The same first paragraph as that of 2026-01-02-x.fr',
    },
  },
  check(release, report) {
    const { source, prose } = release
    const named = origin.exec(source.text.slice(0, prose.bodyStart))?.[1]
    const from = named === undefined ? undefined : release.other(named)
    const earlier = from ? [from] : release.before(source.file)
    if (earlier.length === 0) return
    for (const name of fields) {
      // Several releases of a day share their embargo.
      if (name === 'embargo' && !from) continue
      const line = linesOf(source).get(name)
      const one = line === undefined ? undefined : earlier.find((each) => linesOf(each).get(name) === line)
      if (!one) continue
      const severity = name === 'headline' && !from ? 'info' : 'warning'
      const message = `The same ${name} as that of ${nameOf(one)}`
      report({ message, hint: 'write it anew', at: inside(release, [name]), severity })
    }
    const first = prose.passages.find(({ kind }) => kind === 'text')
    const typed = first && source.text.slice(first.start, first.end)
    const one =
      typed && typed.length > shortest * 2 && isWritten(typed)
        ? earlier.find(({ text }) => text.includes(typed))
        : undefined
    if (first && one && release.kind !== 'media-advisory')
      report({
        message: `The same first paragraph as that of ${nameOf(one)}`,
        hint: 'write it anew',
        at: [first.start, first.end],
      })
    else if (from) for (const date of passedDates(release, from)) report(date)
    for (const [start, end] of prose.spoken) {
      const words = end - start < shortestQuotation ? '' : source.text.slice(start, end)
      const said = words === '' || !isWritten(words) ? undefined : earlier.find(({ text }) => text.includes(words))
      if (!said || (first && one && start >= first.start && end <= first.end)) continue
      const message = `The same quotation as in ${nameOf(said)}`
      const hint = 'ask for a new one, if it is left over'
      report({ message, hint, at: [start, end], severity: from ? 'warning' : 'info' })
    }
  },
})

const pattern = /^(headline|subheadline|summary|subject|embargo):[ \t]*(\S.*)$/gm

/** The fields that are typed in one line, as they are typed. Each text is compared with several others. */
const linesOf = onceFor(({ text }: SourceText): ReadonlyMap<string, string> => {
  const lines = new Map<string, string>()
  for (const [, name = '', line = ''] of matchesIn(text.slice(0, Math.max(0, text.indexOf('\n---', 3))), pattern))
    if (line.length >= shortest && isWritten(line)) lines.set(name, line.trimEnd())
  return lines
})

/** Whether a text is written already; two drafts that are just begun have the same placeholders. */
const isWritten = (text: string): boolean => placeholdersInLine(text).size === 0

/** Dates that both releases have in the same words, and that have passed between them. */
function passedDates({ prose, language, date }: CheckedRelease, from: SourceText) {
  const then = /^date:[ \t]*(\d{4}-\d{2}-\d{2})/m.exec(from.text)?.[1]
  if (date === undefined || then === undefined || !isDay(then)) return []
  return datesOf(prose, language).flatMap((one) => {
    const day = dayOf(one, then)
    if (day === undefined || day <= then || day >= date || !from.text.includes(one.typed)) return []
    const message = `"${one.typed}" was ahead in ${nameOf(from)}, and is past here`
    return [{ message, hint: 'correct it, if it is left over', at: one.at }]
  })
}

const nameOf = ({ file }: SourceText): string => file.replace(/^releases\//, '').replace(/(?:\/index)?\.md$/, '')
