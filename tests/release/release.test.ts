import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isDay, type Day } from '../../src/calendar/day.ts'
import { mediaPath } from '../../src/release/media.ts'
import { readPhone } from '../../src/release/phone.ts'
import { shelfOf, statusAt } from '../../src/release/status.ts'
import { readMoment } from '../../src/calendar/moment.ts'
import { buildHere, noon, pressRoom } from '../support/press-room.ts'

const day = (text: string): Day => {
  if (!isDay(text)) throw new Error(text)
  return text
}
const moment = (text: string) => {
  const read = readMoment(text, 'UTC')
  return 'moment' in read ? read.moment : undefined
}

describe('status', () => {
  const usual = { draft: false, withdrawn: false, embargo: undefined, date: day('2026-11-24'), time: undefined }
  const at = (text: string) => Date.parse(text)

  test('an embargo ends to the second, whatever the day', () => {
    const timing = { ...usual, embargo: moment('2026-11-24 12:00') }
    expect(statusAt(timing, at('2026-11-24T11:59:59.999Z'), undefined).kind).toBe('embargoed')
    expect(statusAt(timing, at('2026-11-24T12:00:00Z'), undefined).kind).toBe('public')
  })

  test('a day begins in the zone of the press room', () => {
    expect(statusAt(usual, at('2026-11-23T15:00:00Z'), 'Asia/Tokyo').kind).toBe('public')
    expect(statusAt(usual, at('2026-11-23T23:59:59Z'), undefined).kind).toBe('scheduled')
    expect(statusAt(usual, at('2026-11-24T00:00:00Z'), 'America/New_York').kind).toBe('scheduled')
  })

  test('a time of day counts where there is one', () => {
    const timing = { ...usual, time: moment('2026-11-24 12:00') }
    expect(statusAt(timing, at('2026-11-24T11:59:00Z'), undefined).kind).toBe('scheduled')
    expect(statusAt(timing, at('2026-11-24T12:00:00Z'), undefined).kind).toBe('public')
  })

  test('a draft is one before all else, and a withdrawal does not end an embargo', () => {
    const embargo = moment('2027-01-01 12:00')
    expect(statusAt({ ...usual, draft: true, withdrawn: true, embargo }, noon, undefined).kind).toBe('draft')
    expect(statusAt({ ...usual, withdrawn: true, embargo }, noon, undefined).kind).toBe('embargoed')
    expect(statusAt({ ...usual, withdrawn: true }, noon, undefined).kind).toBe('withdrawn')
  })

  test('only what is public stands in the folder that is deployed', () => {
    const shelf = (timing: Partial<typeof usual>) => shelfOf(statusAt({ ...usual, ...timing }, noon, undefined))
    expect([shelf({}), shelf({ draft: true }), shelf({ date: day('2026-11-25') })]).toEqual([
      'releases',
      'drafts',
      'embargoed',
    ])
  })
})

describe('phone numbers', () => {
  test.each([
    ['+ 31 (0)70-311 1085', '+31 70 311 1085', 'tel:+31703111085'],
    ['+31 70 311 1085', '+31 70 311 1085', 'tel:+31703111085'],
    ['+1 (202) 555-0160 ext. 12', '+1 202 555 0160 ext. 12', 'tel:+12025550160;ext=12'],
    ['+44.20.7946.0000', '+44 20 7946 0000', 'tel:+442079460000'],
    ['(202) 555-0160', '(202) 555-0160', 'tel:2025550160'],
  ])('%s is read as %s', (typed, display, uri) => {
    expect(readPhone(typed)).toEqual({ display, uri })
  })
})

test('paths of media stay in the folder of the release', () => {
  const paths = [
    'a.png',
    './a.png',
    'a%20b.png',
    'img\\a.png',
    'a.png?v=1#x',
    '../a.png',
    '/a.png',
    'https://x.org/a.png',
    '#',
    'a\0.png',
    '%E0%A4%A',
  ]
  expect(paths.map(mediaPath)).toEqual(['a.png', 'a.png', 'a b.png', 'img/a.png', 'a.png', ...Array(6).fill(undefined)])
})

test('a file is found by whatever name it has', async () => {
  const [fields, body] = [
    ['Photo, final.png', "Smith's report.pdf", 'x}y.png', 'two words.png'],
    ['a b.png', 'IMG (1).png', 'IMG (2).png', 'report (final).pdf', 'été.png', 'f(1).pdf', 'last one.pdf'],
  ]
  const root = pressRoom({
    'releases/2026-01-02-x/index.md': `---
headline: Acme opens a plant
date: 2026-01-02
media:
  - { src: "Photo, final.png", alt: a, caption: b, credit: c }
  - { src: "x}y.png", alt: a, caption: b, credit: c }
  - src: >-
      two words.png
    alt: a
attachments: [{ src: "Smith's report.pdf", title: Report }]
---

![Alt](<a b.png>)

![Alt](<IMG (1).png>) ![Alt](IMG%20(2).png) ![Alt](été.png)

[Report](<report (final).pdf> "Title"), [more](f(1).pdf) and [last].

[last]: <last one.pdf>
`,
    ...Object.fromEntries([...fields, ...body].map((name) => [`releases/2026-01-02-x/${name}`, 'x'])),
  })
  const { report } = await buildHere(root, { formats: ['text'] })
  expect(report.diagnostics).toEqual([])
  const copied = report.written.filter((path) => !path.endsWith('release.txt'))
  expect(copied).toEqual([...fields, ...body].map((name) => `releases/x/${name}`).sort())
})

test('a link to no file says what may be meant, where it is typed', async () => {
  const links = [
    'press@example.org',
    'other.md',
    'example.org',
    'C.pdf',
    '\\\\srv\\b.pdf',
    'C:\\\\docs\\\\a.pdf',
    'two%20words.pdf',
  ]
  const body = links.map((link) => `Text, [${link.length}](${link}).`).join('\n\n')
  const root = pressRoom({ 'releases/2026-01-02-x.md': `---\nheadline: Acme\ndate: 2026-01-02\n---\n\n${body}\n` })
  const { report } = await buildHere(root, { formats: ['text'] })
  expect(report.diagnostics.map(({ message, hint, position }) => [position?.start.column, message, hint?.slice(0, 40)]))
    .toMatchInlineSnapshot(`
      [
        [
          7,
          "Missing file "press@example.org"",
          "did you mean "mailto:press@example.org"?",
        ],
        [
          7,
          "Missing file "other.md"",
          "name the address at which the page of th",
        ],
        [
          7,
          "Missing file "example.org"",
          "did you mean "https://example.org"?",
        ],
        [
          7,
          "Missing file "C.pdf"",
          "put the file beside the release, or corr",
        ],
        [
          7,
          "Missing file "\\srv\\b.pdf"",
          "put the file beside the release, or corr",
        ],
        [
          7,
          "Refused link "C:\\docs\\a.pdf", left out",
          "links lead to http:, https:, mailto: or ",
        ],
        [
          7,
          "Missing file "two words.pdf"",
          "put the file beside the release, or corr",
        ],
      ]
    `)
})

describe('what a release becomes', () => {
  const text = async (front: string, body = 'Acme opened a plant.', files: Record<string, string> = {}) => {
    const root = pressRoom({
      ...files,
      'releases/2026-01-02-launch.md': `---\nheadline: Acme opens a plant\n${front}\n---\n\n${body}\n`,
    })
    const { report, output } = await buildHere(root, { formats: ['text'] })
    const [path = ''] = report.releases[0]?.outputs ?? []
    return path === '' ? report.diagnostics.map(({ message }) => message).join('\n') : output(path)
  }

  test('a figure is the one of its day, and capital where it begins a sentence', async () => {
    const files = {
      'templates/facts.yaml':
        'plants:\n - { value: eleven }\n - { from: 2026-01-01, value: twelve }\n - { from: 2026-02-01, value: thirteen }\n',
    }
    expect(
      await text('date: 2026-01-02', '{{fact "plants" capital=true}} plants. {{fact "plants"}}.', files),
    ).toContain('Twelve plants. twelve.')
    expect(await text('date: 2025-12-31', 'It has {{fact "plants"}}.', files)).toContain('It has eleven.')
  })

  test('a figure is never markup', async () => {
    const files = { 'templates/facts.yaml': 'odd: [{ value: "*1* [x](y) <b> {{z}}" }]\n' }
    expect(await text('date: 2026-01-02', 'It is {{fact "odd"}}.', files)).toContain('It is *1* [x](y) <b> {{z}}.')
  })

  test('an embargo is given in both zones, each with its own date', async () => {
    const files = { 'press.yaml': 'organization: { name: Acme }\nhouse: { second-zone: America/New_York }\n' }
    expect(await text('date: 2026-12-02\nembargo: 2026-12-01 00:01 Europe/London', 'Text.', files)).toContain(
      'EMBARGOED UNTIL December 1, 2026, 12:01 a.m. (UK time, UTC+0) / November 30, 2026, 7:01 p.m. (U.S. Eastern Time, UTC−5)',
    )
  })

  test('a phone number in a text from right to left stands from left to right', async () => {
    const body = 'هاتف +44 20 7946 0958 أو 020 7946 0958 في 2026'
    expect(await text('date: 2026-01-02\nlanguage: ar', body)).toContain(
      'هاتف \u200E+44 20 7946 0958\u200E أو \u200E020 7946 0958\u200E في 2026',
    )
    expect(await text('date: 2026-01-02', 'Call +44 20 7946 0958.')).toContain('Call +44 20 7946 0958.')
    const others = '1 050 000 دينار، هاتف +20 2 3555 0142. 12 شخصا'
    expect(await text('date: 2026-01-02\nlanguage: ar', others)).toContain(
      '1 050 000 دينار، هاتف \u200E+20 2 3555 0142\u200E. 12 شخصا',
    )
    const root = pressRoom({ 'releases/2026-01-02-x.ar.md': `---\nheadline: x\ndate: 2026-01-02\n---\n\n${body}\n` })
    const { output } = await buildHere(root, { formats: ['html', 'email'] })
    for (const page of ['index', 'email'])
      expect(output(`releases/x/${page}.html`)).toMatch(/هاتف <bdi dir="ltr"[^>]*>\+44 20 7946 0958<\/bdi> أو/)
  })

  test('the address of an event stands from left to right, with its last slash at its end', async () => {
    const event = 'event: { starts: 2026-02-01, online: https://example.org/live/ }'
    const root = pressRoom({
      'releases/2026-01-02-x.ar.md': `---\nheadline: x\ndate: 2026-01-02\n${event}\n---\n\nنص.\n`,
    })
    const { output } = await buildHere(root, { formats: ['html', 'email'] })
    for (const page of ['index', 'email'])
      expect(output(`releases/x/${page}.html`)).toMatch(/<bdi dir="ltr"[^>]*>https:\/\/example\.org\/live\/<\/bdi>/)
  })

  test('a withdrawal stands in place of the text, a correction above it', async () => {
    const withdrawn = await text(
      `date: 2026-01-02
withdrawn: { date: 2026-01-05, reason: The plant burnt down. }
subheadline: Secret.
summary: Secret.
notes: [Secret.]
spokespeople: [{ name: Secret. }]
event: { starts: 2026-01-03 09:00Z, place: Secret. }
research: { journal: Secret., title: Secret. }
links: [{ url: https://www.example.org/secret, title: Secret. }]`,
      'Secret.',
    )
    expect(withdrawn).toContain('withdrawn on January 5, 2026')
    expect(withdrawn).toContain('The plant burnt down.')
    expect(withdrawn).not.toContain('Secret.')
    const corrected = await text('date: 2026-01-02\ncorrections: { date: 2026-01-03, text: It is in Oulu. }')
    expect(corrected.indexOf('It is in Oulu.')).toBeLessThan(corrected.indexOf('Acme opened a plant.'))
  })

  test('a withdrawn release hands out nothing but its notice, and what that links to', async () => {
    const root = pressRoom({
      'press.yaml': 'organization: { name: Acme, email: press@example.org }\nbase-url: https://press.example.org/\n',
      'releases/2026-01-02-x/index.md': `---
headline: Acme opens
date: 2026-01-02
subject: Secret.
withdrawn: { date: 2026-01-05, reason: "See [why](why.pdf)." }
corrections: { date: 2026-01-03, text: Secret. }
tags: [Secret]
media: [{ src: p.png, alt: Secret., caption: Secret. }, { src: gone.png }]
attachments: [{ src: secret.csv, title: Secret. }]
---

Secret. {{fact "gone"}}

![Secret.](p.png)
`,
      'releases/2026-01-02-x/p.png': readFileSync(
        join(import.meta.dirname, '../../examples/trilingual/brand/logo.png'),
      ),
      'releases/2026-01-02-x/secret.csv': 'a,b\n',
      'releases/2026-01-02-x/why.pdf': 'why',
    })
    const { report, output } = await buildHere(root, { formats: ['html', 'email', 'text', 'eml'] })
    expect(report.diagnostics).toEqual([])
    expect(report.written.filter((path) => path.startsWith('releases/')).sort()).toEqual(
      ['email.html', 'index.html', 'release.eml', 'release.txt', 'why.pdf'].map((name) => `releases/x/${name}`),
    )
    for (const name of ['index.html', 'email.html', 'release.txt', 'release.eml'])
      expect(output(`releases/x/${name}`)).not.toMatch(/secret|og:image|"image"|keywords/i)
    expect(output('releases/x/index.html')).toContain('"dateModified":"2026-01-05"')
    expect(output('releases/x/email.html')).toContain('<title>WITHDRAWN: Acme opens</title>')
  })

  test('contacts are grouped by where they are, in the order of the release', async () => {
    const files = {
      'templates/contacts.yaml': [
        'anna: { name: Anna, location: Turku }',
        'bo: { name: Bo, location: Oulu }',
        'cleo: { name: Cleo, location: Turku }',
        '',
      ].join('\n'),
    }
    const out = await text('date: 2026-01-02\ncontacts: [anna, bo, cleo]', 'Text.', files)
    expect(out.match(/In Turku:|In Oulu:|Anna|Bo|Cleo/g)).toEqual(['In Turku:', 'Anna', 'Cleo', 'In Oulu:', 'Bo'])
  })

  test('every section of the plain text has its heading underlined, as wide as it is', async () => {
    const fields = [
      'notes: [A note.]',
      'spokespeople: [{ name: Ana }]',
      'research: { title: Ice }',
      'media: [{ src: https://acme.example/p.png, alt: Ice }]',
      'attachments: [{ url: https://acme.example/a.pdf, title: A report }]',
      'links: [{ url: https://acme.example/b, title: More }]',
    ]
    const out = await text(`date: 2026-01-02\n${fields.join('\n')}`)
    expect(out.match(/^(.+)\n-+$/gm)).toEqual(
      [
        'Notes to editors',
        'Available for interview',
        'About the research',
        'Pictures',
        'Downloads',
        'Further information',
      ].map((heading) => `${heading}\n${'-'.repeat(heading.length)}`),
    )
  })

  test('an address of several lines has a comma between them, where it is one line', async () => {
    const event =
      'event:\n  starts: 2026-02-01\n  place: Hall\n  address: |\n    Street 1\n    20100 Turku,\n    Finland'
    expect(await text(`date: 2026-01-02\n${event}`)).toContain('Where: Hall, Street 1, 20100 Turku, Finland\n')
  })

  test('a contact of no place stands under the label of none', async () => {
    const files = { 'templates/contacts.yaml': 'anna: { name: Anna, location: Turku }\nbo: { name: Bo }\n' }
    const out = await text('date: 2026-01-02\ncontacts: [anna, bo]', 'Text.', files)
    expect(out.match(/In Turku:|Anna|Bo/g)).toEqual(['Bo', 'In Turku:', 'Anna'])
  })

  test('a translation takes from its original what is not words, and both lead to each other', async () => {
    const root = pressRoom({
      'press.yaml': 'organization: { name: Acme }\nbase-url: https://press.example.org\n',
      'templates/contacts.yaml': 'jane: { name: Jane, role: { en: Officer, fr: Attachée de presse } }\n',
      'releases/2026-01-02-launch.md':
        '---\nheadline: Acme opens a plant\ndate: 2026-01-02 09:30Z\ncontacts: jane\n---\n\nText.\n',
      'releases/2026-01-02-launch.fr.md': '---\nheadline: Acme ouvre une usine\n---\n\nTexte.\n',
    })
    const { output } = await buildHere(root, { formats: ['html', 'text'] })
    expect(output('releases/launch/fr/index.html')).toContain('2026-01-02T09:30:00.000Z')
    expect(output('releases/launch/fr/release.txt')).toContain('Attachée de presse')
    expect(output('releases/launch/fr/release.txt')).toContain('2 janvier 2026')
    expect(output('releases/launch/fr/index.html')).toContain('href="../index.html"')
    expect(output('releases/launch/index.html')).toContain('href="fr/index.html"')
    expect(output('releases/launch/index.html')).toContain(
      'hreflang="fr" href="https://press.example.org/releases/launch/fr/"',
    )
  })
})

describe('plain text options', () => {
  const body =
    'The “largest” plant – as Acme’s director says – opens in Turku, at https://example.org/a/very/long/address/that/stays/whole, today…'
  const plain = async (options: string): Promise<string> => {
    const root = pressRoom({
      'press.yaml': `organization: { name: Acme }\n${options}\n`,
      'releases/2026-01-02-launch.md': `---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\n${body}\n`,
    })
    return (await buildHere(root, { formats: ['text'] })).output('releases/launch/release.txt')
  }

  test('wrap keeps lines short and addresses whole', async () => {
    const out = await plain('text: { wrap: 40 }')
    expect(out.split('\n').filter((line) => line.length > 40)).toEqual([
      'https://example.org/a/very/long/address/that/stays/whole,',
    ])
    expect(out.replace(/\s+/g, ' ')).toContain(body)
  })

  test('ascii leaves no typographic character', async () => {
    const out = await plain('text: { ascii: true }')
    expect(out).toMatch(/^[\x20-\x7e\n]*$/)
    expect(out).toContain('The "largest" plant - as Acme\'s director says - opens')
    expect(out).toContain('today...')
  })
})
