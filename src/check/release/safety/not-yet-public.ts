import { typedLinks, typedReferences } from '../../../release/link-places.ts'
import { instantOf, turnOf } from '../../../release/status.ts'
import type { Place } from '../../../source/diagnostic.ts'
import type { Span } from '../../rule.ts'
import { defineReleaseRule, inside, type CheckedRelease, type Unreleased } from '../rule.ts'

/** A shorter headline is a phrase that anybody may use. */
const shortestHeadline = 20

export const notYetPublic = defineReleaseRule({
  code: 'not-yet-public',
  severity: 'error',
  timeBound: true,
  summary: 'Name no release that comes out later, and link to none',
  why: 'A link tells the address, and often the news, of what is still a draft or under embargo. In 2025 a budget office lost its chair because an embargoed file could be found by its address.',
  rate: 'rare, all of them errors',
  examples: {
    good: [
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nAfter [the first plant](https://press.example.org/releases/first-plant/).\n=== releases/2025-01-02-first-plant.md\n---\nheadline: Acme opens its first plant in Turku\ndate: 2025-01-02\n---\n\nText.\n=== press.yaml\norganization: { name: Acme }\nbase-url: https://press.example.org/\n',
      '=== releases/2026-12-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-12-02\n---\n\nAs said in [May](https://press.example.org/releases/second-plant/).\n=== releases/2026-12-01-second-plant.md\n---\nheadline: Acme opens its second plant in Turku\ndate: 2026-12-01\n---\n\nText.\n=== press.yaml\norganization: { name: Acme }\nbase-url: https://press.example.org/\n',
    ],
    bad: {
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nRead [more](https://press.example.org/releases/second-plant/).\n=== releases/2026-11-01-second-plant.md\n---\nheadline: Acme opens its second plant in Turku\ndraft: true\n---\n\nText.\n=== press.yaml\norganization: { name: Acme }\nbase-url: https://press.example.org/\n':
        'releases/2026-01-02-x.md:6:6 Link to a release that is a draft',
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nSee “Acme opens its second plant in Turku”.\n=== releases/2026-12-01-second-plant.md\n---\nheadline: Acme opens its second plant in Turku\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Helsinki\n---\n\nText.\n':
        'releases/2026-01-02-x.md:6:6 Headline of a release that comes out later',
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nText.\n=== releases/2026-01-02-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nVoir « Acme ouvre une deuxième usine ».\n=== releases/2026-12-01-second-plant.md\n---\nheadline: Acme opens its second plant in Turku\ndraft: true\n---\n\nText.\n=== releases/2026-12-01-second-plant.fr.md\n---\nheadline: Acme ouvre une deuxième usine\n---\n\nTexte.\n':
        'releases/2026-01-02-x.fr.md:5:8 Headline of a release that is a draft',
    },
  },
  check(release, report) {
    const name = nameOf(release)
    const others = release.unreleased().filter((one) => one.name !== name)
    if (others.length === 0) return
    const zone = release.room.settings.timeZone
    const out = instantOf(turnOf(release.timing, zone), zone)
    const later = others.filter(({ turn }) => instantOf(turn, zone) > out)
    const say = (what: 'Link to' | 'Headline of', one: Unreleased, at: Span): void => {
      const when = one.turn === undefined ? 'is a draft' : 'comes out later'
      const related: Place[] = [{ message: `it ${when}`, file: one.file }]
      report({ message: `${what} a release that ${when}`, hint: 'take it out until then', at, related })
    }
    for (const { target, at } of targetsIn(release)) {
      const one = later.find((each) => leadsTo(target, each, release.room.settings.baseUrl))
      if (one) say('Link to', one, at)
    }
    for (const one of later) {
      const start = one.headline.length < shortestHeadline ? -1 : release.prose.text.indexOf(one.headline)
      if (start !== -1) say('Headline of', one, [start, start + one.headline.length])
    }
  },
})

const nameOf = ({ source, original }: CheckedRelease): string =>
  (original ?? { source }).source.file
    .replace(/(?:\/index)?(?:\.[A-Za-z-]+)?\.(?:md|markdown)$/, '')
    .replace(/^.*\//, '')

/** Every address that a release leads to, and where it is typed. */
function targetsIn(release: CheckedRelease): { target: string; at: Span }[] {
  const { source, prose, fields } = release
  const body = source.text.slice(prose.bodyStart)
  return [
    ...(fields.links ?? []).map(({ url }, i) => ({ target: url, at: inside(release, ['links', i, 'url']) })),
    ...[...typedLinks(body), ...typedReferences(body)].map(({ target, start, end }) => ({
      target,
      at: [prose.bodyStart + start, prose.bodyStart + end] as const,
    })),
  ]
}

/** Whether an address of the press room's own pages, or a path, has the name of a release in it. */
function leadsTo(target: string, { name, slug, aliases }: Unreleased, baseUrl: string | undefined): boolean {
  const isFull = /^[a-z][a-z0-9+.-]*:/i.test(target)
  if (isFull && (baseUrl === undefined || !target.toLowerCase().startsWith(baseUrl.toLowerCase()))) return false
  const steps = (isFull ? target.slice(baseUrl?.length) : target)
    .replace(/[?#].*$/, '')
    .replace(/(?:\.[A-Za-z-]+)?\.(?:md|markdown)$/, '')
    .split('/')
  return [name, slug, ...aliases].some((one) => steps.includes(one))
}
