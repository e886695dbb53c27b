import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startCheckCrew } from '../../src/build/check-crew.ts'
import { checkPressRoom } from '../../src/build/check.ts'
import { groupCheck } from '../../src/build/check-group.ts'
import { asOpened, filesOf } from '../../src/build/room-now.ts'
import { rulingOf } from '../../src/build/ruling.ts'
import { releasesIn } from '../../src/build/sources.ts'
import { openPressRoom } from '../../src/press-room/open.ts'
import { command, filesBelow } from '../support/command.ts'
import { noon, pressRoom } from '../support/press-room.ts'

const headCss = readFileSync(join(import.meta.dirname, '../../templates/email/head.css.hbs'), 'utf8')

/** A press room of many releases, with some of everything that can be said of one. */
function manyReleases(count: number, formats = 'html, email, text'): string {
  const files: Record<string, string> = {
    'press.yaml': `organization: { name: Acme }\nformats: [${formats}]\ncheck: { hype: error, unheard-of: off }\n`,
    'templates/contacts.yaml':
      'ana: { name: Ana Virta, location: Turku, email: ana@example.org, phone: "+358 40 5550100" }\n',
    'templates/email/head.css.hbs': `.a.b{color:#111111}\n${headCss}`,
    'rules/house.yaml': 'summary: Say group\nwords: { NGO: group }\nfix: true\n',
  }
  const fronts = ['contacts: [ana]', 'draft: true', 'contacts: [nobody]', 'aliases: [older]', 'slug: number-1', 'x: y']
  const bodies = [
    'It is a world-class  NGO, and and it opens on Monday 25 November 2026 at 10:00 EST.',
    '![The plant](https://example.org/plant.webp)',
    'TODO\n\n<!-- pressmark-ignore hype: he said so -->\nIt is revolutionary.',
    'See <!-- pressmark-ignore acronym: everybody knows it --> the [link](https://example.org/here).',
    `The ${'long'.repeat(20)} word.`,
  ]
  for (let n = 0; n < count; n++) {
    const front = fronts[n % 30] ?? 'summary: The plant in Turku makes pumps for ferries and gives work to forty.'
    const body = bodies[n % 17] ?? `It makes ${n} pumps.`
    const name = `releases/2026-01-0${1 + (n % 9)}-number-${n}`
    files[`${name}.md`] = `---\nheadline: Number ${n}\ndate: 2026-01-0${1 + (n % 9)}\n${front}\n---\n\n${body}\n`
    const language = n > count / 2 ? 'fi' : 'fr'
    if (n % 50 === 7)
      files[`${name}.${language}.md`] = `---\nheadline: Numéro ${n}\ndate: 2026-02-02\n---\n\nC’est ${n}  .\n`
  }
  return pressRoom(files)
}

const together = test.runIf(availableParallelism() > 1)

describe('many releases', () => {
  const flags = ['check', '--now', '2026-11-24T12:00:00Z', '--format', 'json']
  const saidOf = async (root: string, ...more: string[]): Promise<unknown> =>
    (JSON.parse((await command([...flags, ...more], root)).stdout) as { diagnostics: unknown }).diagnostics
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

  together('looked at on several threads are told of as on one', { timeout: 120_000 }, async () => {
    const root = manyReleases(600)
    const { diagnostics } = await checkPressRoom(root, { now: noon })
    expect(await saidOf(root)).toEqual(plain(diagnostics))
    const codes = new Set(diagnostics.map(({ code }) => code))
    for (const code of [
      'unknown-contact',
      'duplicate-slug',
      'house',
      'chained-classes',
      'image-format',
      'unused-ignore',
      'unknown-language',
    ])
      expect(codes).toContain(code)
  })

  together('are mended on several threads as on one', { timeout: 120_000 }, async () => {
    const [root, twin] = [manyReleases(600, 'html'), manyReleases(600, 'html')]
    const { diagnostics, mended } = await checkPressRoom(twin, { now: noon, fix: true })
    expect(await saidOf(root, '--fix')).toEqual(plain(diagnostics))
    expect(mended.length).toBeGreaterThan(10)
    expect(filesBelow(join(root, 'releases'))).toEqual(filesBelow(join(twin, 'releases')))
  })

  test('are looked at by whoever asked where a thread finds another press room', { timeout: 60_000 }, async () => {
    const root = manyReleases(40)
    const [{ value: room, diagnostics }, { value: groups }] = await Promise.all([openPressRoom(root), releasesIn(root)])
    if (!room || !groups) throw new Error('no press room')
    const { ruling } = rulingOf(room, undefined, [], false)
    const check = {
      room,
      groups,
      now: noon,
      fix: false,
      ruling,
      outputs: undefined,
      unreleased: () => [],
      answerOf: undefined,
    }
    const lookAt = groupCheck(check)
    const alone = await lookAt(groups)
    const looksHere = async (files: readonly string[]): Promise<number> => {
      let here = 0
      const crew = startCheckCrew({ root, now: noon, fix: false }, 1)
      const looks = await crew.look({ files, groups, unreleased: [] }, (some) => ((here += some.length), lookAt(some)))
      expect(looks.map((look) => look.files)).toEqual(alone.map((look) => look.files))
      return here
    }
    expect(await looksHere(['press.yaml other'])).toBe(groups.length)
    expect(await looksHere(filesOf(asOpened(room, diagnostics)))).toBeLessThan(groups.length)
  })
})
