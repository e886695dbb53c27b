import { typedLinks, typedReferences } from '../../../release/link-places.ts'
import { defineReleaseRule, inside, type CheckedRelease } from '../rule.ts'
import { inOriginal, type Shared } from './compare.ts'

export const sameLinks = defineReleaseRule({
  code: 'same-links',
  severity: 'warning',
  summary: 'Let a translation lead to where its original leads',
  why: 'A link that was lost in translation leaves readers of one language without the report, and one that leads elsewhere gives them another one. Pages of the same site in another language count as the same.',
  rate: 'not measured: the archives are in one language',
  examples: {
    good: [
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nRead [the report](https://www.example.org/en/report) and [more](https://en.example.net/pump).\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nLire [le rapport](https://www.example.org/fr/rapport) et [plus](https://fr.example.net/pompe).\n',
    ],
    bad: {
      '=== releases/2026-05-04-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-05-04\n---\n\nRead [the report](https://www.example.org/report) and [more](https://example.net/pump).\n=== releases/2026-05-04-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nLire [le rapport](https://www.example.com/report).\n':
        'releases/2026-05-04-x.fr.md:2:11 Missing link of the original, https://example.net/pump\nreleases/2026-05-04-x.fr.md:5:6 Link to another site than that of the original, example.com',
    },
  },
  check(release, report) {
    const { original } = release
    if (!original) return
    const [own, theirs] = [sitesIn(release), sitesIn(original)]
    const missing = theirs.filter(({ key }) => !own.some((one) => one.key === key))
    for (const extra of own.filter(({ key }) => !theirs.some((one) => one.key === key))) {
      const instead = missing.shift()
      if (!instead) return
      report({
        message: `Link to another site than that of the original, ${extra.key}`,
        hint: `the original leads to ${instead.typed}`,
        at: extra.at,
        related: inOriginal(original, 'in the original', instead.at),
      })
    }
    for (const { typed, at } of missing)
      report({
        message: `Missing link of the original, ${typed}`,
        hint: 'put it in, or answer this where the translation does without it',
        at: inside(release, ['headline']),
        related: inOriginal(original, 'in the original', at),
      })
  },
})

/** The sites that a release leads to, each once: hosts without www and without the language that some begin with. */
function sitesIn(release: CheckedRelease): Shared[] {
  const { source, prose, fields } = release
  const body = source.text.slice(prose.bodyStart)
  const typed = [
    ...[...typedLinks(body), ...typedReferences(body)].map(({ target, start, end }) => ({
      target,
      at: [prose.bodyStart + start, prose.bodyStart + end] as const,
    })),
    ...(fields.links ?? []).map(({ url }, i) => ({ target: url, at: inside(release, ['links', i, 'url']) })),
  ]
  const sites = new Map<string, Shared>()
  for (const { target, at } of typed) {
    const host = /^https?:\/\/([^/?#:]+)/i.exec(target)?.[1]?.toLowerCase()
    const key = host?.replace(/^(?:www|[a-z]{2}(?:-[a-z]{2})?)\.(?=[^.]+\.[^.])/, '')
    if (key !== undefined && !sites.has(key)) sites.set(key, { key, typed: target, at })
  }
  return [...sites.values()]
}
