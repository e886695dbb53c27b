import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { importFiles } from '../../src/import/import.ts'

const room = join(import.meta.dirname, '../fixtures/import/press-room')

/** The fields and the text that come of a source. */
async function imported(text: string, name = 'release.txt') {
  const { releases, diagnostics } = await importFiles(room, [{ name, bytes: new TextEncoder().encode(text) }], {
    dryRun: true,
  })
  const [release] = releases
  if (!release) throw new Error(JSON.stringify(diagnostics))
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n?([\s\S]*)$/.exec(release.text) ?? []
  return { ...release, fields: parse(front) as Record<string, unknown>, body: body.trim() }
}

const prose = 'The Lumen Harbour Trust has lent two million euros to the fishing harbour of Käldö, its members say.'
const second = 'The cranes come first, and the cold stores after them, before the winter sets in.'

describe('the release line', () => {
  test.each([
    'FOR IMMEDIATE RELEASE',
    'For Immediate Release:',
    'NEWS RELEASE – FOR IMMEDIATE RELEASE',
    'MEDIA RELEASE',
    'Press release No. 12/2026',
    'PARA PUBLICACIÓN INMEDIATA:',
    'PARA SU PUBLICACION INMEDIATA',
    'COMUNICADO DE PRENSA | PARA SU DIFUSIÓN INMEDIATA',
    'POUR DIFFUSION IMMEDIATE',
    'ZUR SOFORTIGEN VERÖFFENTLICHUNG',
    'COMUNICATO STAMPA',
    'PERSBERICHT',
    'TIEDOTE 4.5.2026 VAPAA JULKAISTAVAKSI',
    'للنشر الفوري',
  ])('%s', async (line) => {
    const { fields, body, leftOver } = await imported(`${line}\n\nTrust Lends to a Harbour\n\n${prose}\n\n${second}\n`)
    expect([fields['headline'], body, leftOver]).toEqual(['Trust Lends to a Harbour', `${prose}\n\n${second}`, []])
  })

  test('on one line with the date or with the headline', async () => {
    const dated = await imported(`FOR IMMEDIATE RELEASE May 4, 2026\n\nTrust Lends\n\n${prose}\n`)
    expect([dated.fields['date'], dated.fields['headline']]).toEqual(['2026-05-04', 'Trust Lends'])
    const headed = await imported(`FOR IMMEDIATE RELEASE: Trust Lends to a Harbour\n\nMay 4, 2026\n\n${prose}\n`)
    expect([headed.fields['date'], headed.fields['headline']]).toEqual(['2026-05-04', 'Trust Lends to a Harbour'])
  })

  test('says what kind of release it is', async () => {
    const kinds = await Promise.all(
      ['MEDIA ADVISORY', 'STATEMENT', 'JOINT PRESS RELEASE', 'Press Release'].map((line) =>
        imported(`${line}\n\nTrust Lends\n\n${prose}\n`),
      ),
    )
    expect(kinds.map(({ fields }) => fields['kind'])).toEqual(['media-advisory', 'statement', 'joint', undefined])
  })
})

describe('the embargo', () => {
  test.each([
    ['EMBARGOED UNTIL 10:30AM: September 22, 2009', '2009-09-22 10:30 Europe/London'],
    ['Embargoed Until 9:00 a.m. (EST), November 4, 2009', '2009-11-04 09:00 America/New_York'],
    ['EMBARGO: Not for publication or broadcast before 00:01 Monday 8 June 2015', '2015-06-08 00:01 Europe/London'],
    ['STRICTLY EMBARGOED UNTIL 00:01 (UK time) on 9 June 2026', '2026-06-09 00:01 Europe/London'],
    ['EMBARGOED UNTIL 1 December 2026, 09:00 Europe/Amsterdam', '2026-12-01 09:00 Europe/Amsterdam'],
    ['EMBARGOED UNTIL\n1 December 2026 at noon ET', '2026-12-01 12:00 America/New_York'],
    ["SOUS EMBARGO JUSQU'AU 9 avril 2026 à 9h30 (heure de Paris)", '2026-04-09 09:30 Europe/Paris'],
    ['SOUS EMBARGO JUSQU’AU 1er mai 2026 à 14 h 05', '2026-05-01 14:05 Europe/London'],
    ['EMBARGADO HASTA EL 10 de septiembre de 2026 a las 9:00 (hora de Madrid)', '2026-09-10 09:00 Europe/Madrid'],
    ['SPERRFRIST BIS 14. September 2026, 9.30 Uhr MESZ', '2026-09-14 09:30 Europe/Berlin'],
    ['محظور النشر حتى 12 أيار/مايو 2026، الساعة 09:00', '2026-05-12 09:00 Europe/London'],
    ['EMBARGOED UNTIL 9 A.M. EST, NOVEMBER 30, 2026', '2026-11-30 09:00 America/New_York'],
    [
      'THIS RELEASE IS STRICTLY EMBARGOED FOR PUBLICATION UNTIL 6 July 2026 at 09:00 hrs',
      '2026-07-06 09:00 Europe/London',
    ],
    ['Embargoed until Monday, 9 a.m. BST, July 6, 2026', '2026-07-06 09:00 Europe/London'],
    ['NOT FOR RELEASE BEFORE 9 A.M. EST NOVEMBER 30, 2026', '2026-11-30 09:00 America/New_York'],
    ['NEWS RELEASE – EMBARGOED FOR RELEASE UNTIL 9 A.M. EST, NOVEMBER 30, 2026', '2026-11-30 09:00 America/New_York'],
    ['Frei ab Sperrfrist: 30. November 2026, 9 Uhr', '2026-11-30 09:00 Europe/London'],
    ['UNDER EMBARGO: 6 July 2026, noon', '2026-07-06 12:00 Europe/London'],
    ['EMBARGOED UNTIL 6 July 2026\n09:00 BST', '2026-07-06 09:00 Europe/London'],
    ['EMBARGOED\n9 a.m. July 6, 2026', '2026-07-06 09:00 Europe/London'],
    ['Embargo:\n6 July 2026', '2026-07-06 00:00 Europe/London'],
  ])('%s', async (line, embargo) => {
    const { fields, body } = await imported(`${line}\n\nTrust Lends to a Harbour\n\n${prose}\n`)
    expect([fields['embargo'], fields['headline'], body]).toEqual([embargo, 'Trust Lends to a Harbour', prose])
  })

  test('in a zone that is not that of the season holds to the later of the two readings, with a word', async () => {
    const summer = await imported(`EMBARGOED UNTIL 9:00 a.m. EST, July 1, 2026\n\nTrust Lends\n\n${prose}\n`)
    const winter = await imported(`EMBARGOED UNTIL 9:00 a.m. EDT, December 1, 2026\n\nTrust Lends\n\n${prose}\n`)
    expect([summer.fields['embargo'], winter.fields['embargo']]).toEqual([
      '2026-07-01 09:00-05:00',
      '2026-12-01 09:00 America/New_York',
    ])
    expect([summer, winter].every(({ remarks }) => remarks.some((one) => one.includes('not the time of')))).toBe(true)
  })

  test('without a day is on that of the release, with a word', async () => {
    const dates = ['May 4, 2026\n\n', '']
    for (const line of dates) {
      const { fields, remarks } = await imported(
        `EMBARGOED UNTIL 9 A.M. BST\n\n${line}Trust Lends\n\nTURKU, May 4, 2026 – ${prose}\n`,
      )
      expect([fields['embargo'], fields['draft'], fields['headline']]).toEqual([
        '2026-05-04 09:00 Europe/London',
        undefined,
        'Trust Lends',
      ])
      expect(remarks).toContain('no day stands beside the embargo; it is that of the release, 2026-05-04')
    }
    const told = await imported(`EMBARGOED UNTIL 9 A.M.\n\nTrust Lends\n\nIn May 4, 2020 it began. ${prose}\n`)
    expect([told.fields['embargo'], told.fields['draft']]).toEqual([undefined, true])
  })

  test.each([
    'EMBARGOED UNTIL FURTHER NOTICE',
    'EMBARGOED UNTIL THE MINISTER HAS SPOKEN',
    'Embargoed until the end of the press conference',
    'EMBARGOED UNTIL TBC',
    'NOT FOR RELEASE UNTIL THE MINISTER HAS SPOKEN',
    'EMBARGOED FOR RELEASE UNTIL FURTHER NOTICE',
    'EMBARGOED UNTIL 25:00 on July 6, 2026',
    'EMBARGOED UNTIL July 66, 2026, 9 a.m.',
    'EMBARGOED UNTIL JULY 6',
    'EMBARGOED UNTIL WEDNESDAY 9AM',
    'EMBARGOED UNTIL MIDNIGHT ON MONDAY',
    'EMBARGOED UNTIL 9 a.m. on July 6, 2026, or when the minister has spoken',
    'EMBARGOED UNTIL July 6, 2026, 9:00 (Yard time)',
    'EMBARGOED UNTIL July 6, 2026, 9:00 UTC+2',
    'EMBARGOED',
    'Strictly embargoed',
    'UNDER EMBARGO',
    'Embargoed copy, not for publication',
    'EMBARGOED PRESS RELEASE',
    'SOUS EMBARGO',
    "SOUS EMBARGO JUSQU'À NOUVEL ORDRE",
    'BAJO EMBARGO',
    'EMBARGADO',
    'EMBARGADO HASTA NUEVO AVISO',
    'SPERRFRIST',
    'SOTTO EMBARGO',
    'SOB EMBARGO',
    'ONDER EMBARGO',
    'EMBARGO',
    'محظور النشر',
    'محظور النشر حتى إشعار آخر',
  ])('that cannot be read makes a draft, so that nothing goes out: %s', async (line) => {
    for (const [above, below] of [
      ['', `TURKU, November 30, 2026 – ${prose}`],
      ['', `November 30, 2026\n\n${prose}`],
      ['November 30, 2026\n\n', prose],
    ]) {
      const { fields, remarks, leftOver } = await imported(`${above}${line}\n\nTrust Lends\n\n${below}\n`)
      expect([fields['draft'], fields['embargo'], fields['date'], fields['headline'], fields['subheadline']]).toEqual([
        true,
        undefined,
        '2026-11-30',
        'Trust Lends',
        undefined,
      ])
      expect(remarks).toContain(`the embargo could not be read, so this is a draft: "${line}"`)
      expect(leftOver).toEqual([])
    }
  })

  test('that cannot be read leaves the text behind it on its line', async () => {
    const { fields, body } = await imported(`Trust Lends\n\nEMBARGOED UNTIL July 66, 2026, 9 a.m. ${prose}\n`)
    expect([fields['draft'], fields['headline'], body]).toEqual([true, 'Trust Lends', prose])
  })

  test.each(['July 6, 2026, 25:00', 'July 6, 2026, after the speech', 'until further notice'])(
    'in a field that cannot be read makes a draft: %s',
    async (typed) => {
      const { fields } = await imported(`---\ntitle: Trust Lends\nembargo: ${typed}\n---\n\n${prose}\n`, 'x.md')
      expect([fields['draft'], fields['embargo']]).toEqual([true, undefined])
    },
  )

  test('is none where the headline is about one', async () => {
    const { fields } = await imported(`May 4, 2026\n\nTrust Asks for an End of the Fish Embargo\n\n${prose}\n`)
    expect([fields['embargo'], fields['draft'], fields['headline']]).toEqual([
      undefined,
      undefined,
      'Trust Asks for an End of the Fish Embargo',
    ])
    const early = await imported(`Embargo on Fish Ends on 4 May 2027\n\n${prose}\n`)
    expect([early.fields['draft'], early.fields['headline']]).toEqual([undefined, 'Embargo on Fish Ends on 4 May 2027'])
  })

  test.each([
    'Subject: EMBARGOED until 3 December 2026, 9:00 CET – Trust Lends\n\nTrust Lends\n\n',
    'Subject: EMBARGOED: Trust Lends\n\n',
  ])('makes a draft where only the subject of a mail has it: %j', async (top) => {
    const { fields, remarks } = await imported(`${top}${prose}\n\n${second}\n`, 'release.eml')
    expect([fields['draft'], fields['embargo']]).toEqual([true, undefined])
    expect(remarks.join()).toContain('so this is a draft: "EMBARGOED')
  })
})

describe('the end mark', () => {
  test('is seen below an advisory of nothing but short lines', async () => {
    const lines = 'WHO: Ida Sund\n\nWHERE: Quay Road 1, Turku'
    for (const mark of ['-30-', 'ENDS', '###']) {
      const { body } = await imported(`MEDIA ADVISORY\n\nTrust Lends\n\nMay 4, 2026\n\n${lines}\n\n${mark}\n`)
      expect(body).toBe(lines)
    }
  })

  test.each([
    '###',
    '# # #',
    '-30-',
    '- 30 -',
    '***',
    '* * *',
    'ENDS',
    '- ENDS -',
    'END',
    'FIN',
    'ENDE',
    'FINE',
    'EINDE',
    'LOPPU',
    'انتهى',
    'ENDS/',
  ])('%s', async (mark) => {
    for (const name of ['release.txt', 'release.md']) {
      const { body, leftOver } = await imported(
        `Trust Lends\n\nMay 4, 2026\n\n${prose}\n\n${second}\n\n${mark}\n`,
        name,
      )
      expect([body, leftOver]).toEqual([`${prose}\n\n${second}`, []])
    }
  })

  test('at the end of the last line', async () => {
    expect((await imported(`Trust Lends\n\nMay 4, 2026\n\n${prose}\n\n${second} ###\n`)).body).toBe(
      `${prose}\n\n${second}`,
    )
  })

  test('none is no fault, and a sentence that ends in a word for it is none', async () => {
    const last = 'All things that begin must also have an end'
    expect((await imported(`Trust Lends\n\nMay 4, 2026\n\n${prose}\n\n${last}\n`)).body).toBe(`${prose}\n\n${last}`)
  })
})

describe('the dateline', () => {
  test.each([
    ['AUSTIN, May 2, 2017 – ', 'Austin', '2017-05-02'],
    ['(Dallas, Texas) – ', 'Dallas, Texas', undefined],
    ['Trondheim, Norway—', 'Trondheim, Norway', undefined],
    ['THE HAGUE, April 9, 2020 — ', 'The Hague', '2020-04-09'],
    ['London -- ', 'London', undefined],
    ['London - ', 'London', undefined],
    ['NEW YORK ― ', 'New York', undefined],
    ['WASHINGTON, D.C. — ', 'Washington, D.C.', undefined],
    ['WASHINGTON, D.C., May 2, 2017 — ', 'Washington, D.C.', '2017-05-02'],
    ['PORTLAND, Ore. (May 2, 2017) – ', 'Portland, Ore.', '2017-05-02'],
    ['Turku (le 2 mai 2017) – ', 'Turku', '2017-05-02'],
    ['ABU DHABI, UAE – ', 'Abu Dhabi, UAE', undefined],
    ['ST. PAUL, Minn. — ', 'St. Paul, Minn.', undefined],
    ['RIO DE JANEIRO – ', 'Rio de Janeiro', undefined],
    ['Lima, Perú.– ', 'Lima, Perú', undefined],
    ['Paris, le 9 avril 2020 – ', 'Paris', '2020-04-09'],
    ['Madrid, 9 de abril de 2020.– ', 'Madrid', '2020-04-09'],
    ['Berlin, 9. April 2020 – ', 'Berlin', '2020-04-09'],
    ['لاهاي، 9 نيسان/أبريل 2020 – ', 'لاهاي', '2020-04-09'],
    ['Trondheim,\nNorway — ', 'Trondheim, Norway', undefined],
  ])('%s', async (typed, place, day) => {
    const { fields, body } = await imported(`Trust Lends\n\n${typed}${prose}\n\n${second}\n`)
    expect([fields['dateline'], fields['date'], body]).toEqual([place, day, `${prose}\n\n${second}`])
  })

  test.each(['**Turku** — ', '**Turku —** ', '**TURKU, Finland** – ', '**(Turku) -** '])(
    'in bold: %s',
    async (typed) => {
      const { fields, body } = await imported(`# Trust Lends\n\n${typed}${prose}\n`, 'x.md')
      expect([String(fields['dateline']).startsWith('Turku'), body]).toEqual([true, prose])
    },
  )

  test.each([
    'Example Yard raised its output of electric ferries by a record 12%.',
    'Example Yard raised its output of electric ferries to €12m, or 11 €.',
    'The last ferry of the yard ran at a record 12°.',
    'The first electric ferry of the yard will be called “Example”.',
    'Example Yard raised its output of electric ferries to this:',
  ])('stands before a lead of one sentence, whatever its end: %s', async (lead) => {
    const { fields, body } = await imported(`Trust Lends\n\nTURKU, May 4, 2026 – ${lead}\n\n${prose}\n`)
    expect([fields['dateline'], fields['date'], fields['subheadline'], body]).toEqual([
      'Turku',
      '2026-05-04',
      undefined,
      `${lead}\n\n${prose}`,
    ])
  })

  test('says what else stands in brackets beside the place', async () => {
    const { fields, body, text } = await imported(`Trust Lends\n\nTurku (10:00 GMT) – ${prose}\n\n${second}\n`)
    expect([fields['dateline'], body]).toEqual(['Turku', `${prose}\n\n${second}`])
    expect(text).toContain('# import: beside the place of the dateline the source has "(10:00 GMT)"\ndateline: Turku')
  })

  test('is none of a headline behind a place and a day', async () => {
    const { fields } = await imported(`London, 4 May 2026 – Trust Lends\n\nThe loan is large\n\n${prose}\n`)
    expect(String(fields['headline'])).toContain('Trust Lends')
  })

  test('is none where a sentence merely has a dash', async () => {
    const sentence =
      'The trust – and nobody else – has lent two million euros to the fishing harbour of Käldö this year.'
    expect((await imported(`Trust Lends\n\nMay 4, 2026\n\n${sentence}\n`)).body).toBe(sentence)
  })
})

describe('contacts', () => {
  test.each([
    '<p><b>Contact</b></p><p><a href="mailto:ida.sund@example.org?subject=Hi">Ida Sund</a>, Editor<br><a href="tel:+358 2 555 0199">call her</a></p>',
    '<p>Contact:<br>Ida Sund, Editor<br><a href="mailto:ida.sund@example.org">E-mail</a><br><a href="tel:+358 2 555 0199">Phone</a></p>',
    '<p>Contact:</p><table><tr><td>Ida Sund, Editor</td><td><a href="mailto:ida.sund@example.org">E-mail</a></td><td><a href="tel:+35825550199">+358 2 555 0199</a></td></tr></table>',
  ])('keeps an address that only a link has: %s', async (html) => {
    const { contacts } = await imported(`<h1>Trust Lends</h1><p>May 4, 2026</p><p>${prose}</p>${html}`, 'x.html')
    expect(contacts.map(({ text }) => parse(text ?? '') as unknown)).toMatchObject([
      { 'ida-sund': { name: 'Ida Sund', role: 'Editor', email: 'ida.sund@example.org', phone: '+358 2 555 0199' } },
    ])
  })

  test.each([
    ['Contact:\nBen Okoro\nPress Officer\n+44 20 7946 0102', ['ben-okoro']],
    ['Media contact: Ben Okoro, ben.okoro@example.org', ['ben-okoro']],
    ['Contact presse : Claire Duval – Tél. : 01 55 55 01 03', ['claire-duval']],
    ['Pressekontakt\nAna Virta | Telefon: +358 (0)2 555 0100 | E-Mail: ana.virta@example.org', ['ana-virta']],
    [
      'CONTACTS\n\nIn Turku:\n\nAna Virta\n\nTel: + 358 2 555 0100\n\nIn London:\n\nBen Okoro\n\nTel: 020  7946 0102',
      ['ana-virta', 'ben-okoro'],
    ],
    [
      'Contacts:\nAna Virta\tBen Okoro\nHead of Press\tPress Officer\n+358 2 555 0100\t(020) 7946 0102',
      ['ana-virta', 'ben-okoro'],
    ],
  ])('%s', async (typed, ids) => {
    for (const text of [
      `${typed}\n\nMay 4, 2026\n\nTrust Lends to a Harbour\n\n${prose}\n`,
      `May 4, 2026\n\nTrust Lends to a Harbour\n\n${prose}\n\nENDS\n\n${typed}\n`,
    ]) {
      const { fields, body, leftOver } = await imported(text)
      expect([fields['contacts'], fields['headline'], body, leftOver]).toEqual([
        ids,
        'Trust Lends to a Harbour',
        prose,
        [],
      ])
    }
  })

  test('below a label that stands before each of them once more', async () => {
    const people = 'Contacts:\n\nContact: Mia Sand, mia@example.org\n\nContact: Otto Sand, otto@example.org\n'
    const { contacts, leftOver } = await imported(`Trust Lends\n\nMay 4, 2026\n\n${prose}\n\n${people}`)
    expect(contacts.map(({ text }) => parse(text ?? '') as unknown)).toMatchObject([
      { 'mia-sand': { name: 'Mia Sand' } },
      { 'otto-sand': { name: 'Otto Sand' } },
    ])
    expect(leftOver).toEqual([])
  })

  test('that are near show what differs, and are referred to all the same', async () => {
    const { contacts, text } = await imported(`Contact: Anna Virta, ana.virta@example.org\n\nTrust Lends\n\n${prose}\n`)
    expect(contacts).toEqual([
      { id: 'ana-virta', how: 'near', differences: ['name: the source has "Anna Virta", contacts.yaml "Ana Virta"'] },
    ])
    expect(text).toContain('# import: ana-virta, name: the source has "Anna Virta", contacts.yaml "Ana Virta"')
  })

  test.each([
    ['of the same family name', 'Contact: Ann Okoro, ann.okoro@example.org'],
    ['of the same number', 'Contact: Ada Sand, ada.sand@example.org, +44 20 7946 0102'],
    ['of a first name that is near', 'Contact: Clara Duval, +33 1 55 55 01 99'],
  ])('%s are not taken for each other', async (_, line) => {
    const { contacts } = await imported(`${line}\n\nTrust Lends\n\n${prose}\n`)
    expect(contacts.map(({ how }) => how)).toEqual(['new'])
  })

  test.each(['Contact: B. Okoro', 'Contact: Ben J. Okoro', 'Contact: Ben Okorro', 'Contact: Bern Okoro'])(
    'with a slip are found all the same: %s',
    async (line) => {
      const { contacts } = await imported(`${line}, +44 20 7946 0199\n\nTrust Lends\n\n${prose}\n`)
      expect(contacts.map(({ id }) => id)).toEqual(['ben-okoro'])
    },
  )

  test.each([
    'سلمى الطرابلسي، مديرة الإعلام، salma@example.org، +216 70 555 014',
    'سلمى الطرابلسي، مديرة الإعلام؛ salma@example.org؛ +216 70 555 014',
    'سلمى الطرابلسي، مديرة الإعلام، +216 70 555 014، salma@example.org',
  ])('in Arabic keep none of its commas: %s', async (line) => {
    const { contacts } = await imported(`للتواصل: ${line}\n\nحوض السفن يبيع عبارة\n\n${prose}\n`)
    expect(contacts.map(({ text }) => parse(text ?? '') as unknown)).toEqual([
      {
        'slma-altrablsy': {
          name: 'سلمى الطرابلسي',
          role: 'مديرة الإعلام',
          phone: '+216 70 555 014',
          email: 'salma@example.org',
        },
      },
    ])
  })

  test('in a sentence stay in it', async () => {
    const sentence =
      'For more information, write to Ben Okoro at the trust, or look at the map on its website, which shows every harbour.'
    expect((await imported(`Trust Lends\n\nMay 4, 2026\n\n${prose}\n\n${sentence}\n`)).body).toBe(
      `${prose}\n\n${sentence}`,
    )
  })
})

describe('the date', () => {
  test.each(['4 May 2026', 'Date: 4 May 2026', 'Monday, May 4, 2026'])(
    'in the column beside a contact is none of the contact’s: %s',
    async (day) => {
      for (const gap of ['\t', '        ']) {
        const line = `Contact: Ida Sund, ida.sund@example.org${gap}${day}`
        const { fields, contacts, body, leftOver } = await imported(`${line}\n\nTrust Lends\n\n${prose}\n`)
        expect([fields['date'], body, leftOver]).toEqual(['2026-05-04', prose, []])
        expect(contacts.map(({ text }) => parse(text ?? '') as unknown)).toEqual([
          { 'ida-sund': { name: 'Ida Sund', email: 'ida.sund@example.org' } },
        ])
      }
    },
  )

  test('of an event, in a column of its own, stays in the text', async () => {
    const { body } = await imported('MEDIA ADVISORY\n\nTrust Lends\n\nWHO:\tIda Sund\n\nWHEN:\tMonday, May 4, 2026\n')
    expect(body).toContain('May 4, 2026')
  })

  test.each([
    ['Date: 4 May 2026', '2026-05-04'],
    ['Monday, May 4th, 2026', '2026-05-04'],
    ['London, 4 May 2026', '2026-05-04'],
    ['2026-05-04', '2026-05-04'],
    ['04.05.2026', '2026-05-04'],
    ['Lundi 4 mai 2026', '2026-05-04'],
    ['٤ أيار/مايو ٢٠٢٦', '2026-05-04'],
  ])('%s', async (line, day) => {
    const { fields } = await imported(`Trust Lends\n\n${line}\n\n${prose}\n`)
    expect([fields['date'], fields['headline']]).toEqual([day, 'Trust Lends'])
  })

  test('that may be another one is read with a word', async () => {
    const { fields, remarks } = await imported(`Trust Lends\n\n04/05/2026\n\n${prose}\n`)
    expect([fields['date'], remarks.includes('04/05/2026 is read as 2026-05-04')]).toEqual(['2026-05-04', true])
  })

  test('is that of the file’s name where the text has none, with a word; a headline keeps its own', async () => {
    const { fields, remarks } = await imported(
      `Trust Opens on 4 May 2027 at Last\n\n${prose}\n`,
      'PR_20260504_trust.txt',
    )
    expect([
      fields['date'],
      fields['headline'],
      remarks.includes('the date is read from the name of the file'),
    ]).toEqual(['2026-05-04', 'Trust Opens on 4 May 2027 at Last', true])
  })
})

test('a headline typed again above the text is there once', async () => {
  const { fields, body, understood } = await imported(
    `# Trust Lends\n\n4 May 2026\n\nTrust Lends\n\n${prose}\n`,
    'x.md',
  )
  expect([fields['headline'], body, understood.filter(({ as }) => as === 'repeated headline').length]).toEqual([
    'Trust Lends',
    prose,
    1,
  ])
})

test('text that Markdown would take for marks stays text', async () => {
  const odd =
    'Snake_case and *stars*, 1 < 2 & more [sic], {{mustache}}, <b>tags</b>, `code`, a #1 place, and C:\\new\\table are what the trust counted.'
  const { body } = await imported(
    `Trust Lends\n\nMay 4, 2026\n\n${odd}\n\n1986. A great year for herring it was, they say, in all nine countries.\n`,
  )
  const { parseMarkdown } = await import('../../src/markdown/parse.ts')
  const { renderText } = await import('../../src/markdown/text.ts')
  const { document } = parseMarkdown(body.replaceAll('\\{{', '{{'), { quotes: ['“', '”', '‘', '’'], rawHtml: false })
  const read = renderText(document, { wrap: undefined, ascii: false, link: () => undefined, caption: () => '' })
  expect(read).toBe(`${odd}\n\n1986. A great year for herring it was, they say, in all nine countries.`)
})

test.each([
  ['rose to 5<sup>1</sup> percent', 'rose to 5¹ percent'],
  ['12 m<sup>2</sup>, 10<sup>−3</sup>, CO<sub>2</sub>', '12 m², 10⁻³, CO₂'],
  ['5 × 10<span style="vertical-align:super">6</span> tonnes', '5 × 10⁶ tonnes'],
  ['on the 1<sup>st</sup>, le 1<sup>er</sup>, the 2<sup>nd</sup>', 'on the 1st, le 1er, the 2nd'],
])('what is raised or lowered in a page stays apart from what it stands beside: %s', async (typed, read) => {
  const page = `<h1>Trust Lends</h1><p>May 4, 2026</p><p>${prose}</p><p>The share of the boats ${typed}, it said.</p>`
  const { body, leftOver } = await imported(page, 'x.html')
  expect([body, leftOver]).toEqual([`${prose}\n\nThe share of the boats ${read}, it said.`, []])
})

test('a cell of a page that reaches over rows and columns moves no other one out of its column', async () => {
  const rows = [
    '<tr><th>Harbour</th><th colspan="2">Boats</th><th>Nets</th></tr>',
    '<tr><td rowspan="2">Käldö</td><td>11</td><td>12</td><td rowspan=3>7</td></tr>',
    '<tr><td>21</td><td>22</td></tr>',
    '<tr><td>Turku</td><td>31</td><td>32</td></tr>',
    '<tr><td>Oulu</td><td>41</td><td>42</td><td>9</td></tr>',
  ]
  const page = `<h1>Trust Lends</h1><p>May 4, 2026</p><p>${prose}</p><table>${rows.join('')}</table><p>${second}</p>`
  expect((await imported(page, 'x.html')).body.split('\n').filter((line) => line.startsWith('|'))).toEqual([
    '| Harbour | Boats |  | Nets |',
    '| --- | --- | --- | --- |',
    '| Käldö | 11 | 12 | 7 |',
    '|  | 21 | 22 |  |',
    '| Turku | 31 | 32 |  |',
    '| Oulu | 41 | 42 | 9 |',
  ])
})

test('lists of Word’s filtered pages are lists', async () => {
  const blanks = '<span style=\'font:7.0pt "Times New Roman"\'>&nbsp;&nbsp;&nbsp;&nbsp; </span>'
  const item = (mark: string, text: string, style = ''): string =>
    `<p class=MsoListParagraphCxSpMiddle style='${style}text-indent:-.25in'>${mark}${text}</p>`
  const bullet = (sign: string, font: string): string => `<span style='font-family:${font}'>${sign}${blanks}</span>`
  const list = [
    item(bullet('·', 'Symbol'), 'First <b>item</b>'),
    item(bullet('o', '"Courier New"'), 'One below it', 'margin-left:1.0in;'),
    item(bullet('§', 'Wingdings'), 'Second item'),
    item(`1.${blanks}`, 'A quay'),
    item(`2.${blanks}`, 'A boat'),
    item('', 'o que vem depois'),
  ]
  const page = `<h1>Trust Lends</h1><p>May 4, 2026</p><p>${prose}</p>${list.join('\n')}<p>${second}</p>`
  const { body, leftOver } = await imported(page, 'x.html')
  expect([body, leftOver]).toEqual([
    `${prose}\n\n- First **item**\n  - One below it\n- Second item\n\n1. A quay\n2. A boat\n\no que vem depois\n\n${second}`,
    [],
  ])
})

test.each(['text/plain', 'text/html'])(
  'a mail in windows-1252 keeps its quotation marks, dashes and euros: %s',
  async (kind) => {
    const mail = [
      'Subject: =?windows-1252?Q?Trust=92s_boats_=96_a_list?=',
      'Date: Wed, 11 Feb 2026 09:15:00 +0000',
      'MIME-Version: 1.0',
      `Content-Type: ${kind}; charset=windows-1252`,
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'The Trust=92s members lent =80 2 million to the harbour =96 =93more than ever=94, they say=85 in K=E4ld=F6.',
    ]
    const { fields, body } = await imported(mail.join('\n'), 'release.eml')
    expect([fields['headline'], body]).toEqual([
      'Trust’s boats – a list',
      'The Trust’s members lent € 2 million to the harbour – “more than ever”, they say… in Käldö.',
    ])
  },
)

describe('the language', () => {
  test.each([
    ['حوض السفن يوظف لحامين', 'ar'],
    ['کارخانه کشتی‌سازی جوشکار می‌گیرد', undefined],
    ['Trust Lends', undefined],
    ['COMMUNIQUÉ DE PRESSE\n\nSous embargo jusqu’au 25 novembre 2026 à 9 h 00\n\nLe chantier embauche', 'fr'],
    ['NOTA DE PRENSA\n\nDoce soldadores nuevos', 'es'],
  ])('of a text with few common words is that of its letters or its first lines: %s', async (line, language) => {
    expect((await imported(`${line}\n\n${line}.\n`)).fields['language']).toBe(language)
  })
})
