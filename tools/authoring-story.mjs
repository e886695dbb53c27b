// The organization of docs/authoring.md, which does not exist, and what its press officer does with the release

/** The moment at which it happens. */
export const moment = '2026-11-24T12:00:00Z'

export const exampleYard = {
  name: 'Example Yard',
  languages: ['en-US'],
  timeZone: 'Europe/Helsinki',
  baseUrl: 'https://press.example.org/',
  accent: '#0b5c6b',
  contact: {
    name: 'Ana Example',
    role: 'Press officer',
    place: 'Turku',
    phone: '+358 2 555 0100',
    email: 'ana@example.org',
  },
  about: 'Example Yard builds and repairs ferries in Turku. It has 140 workers and belongs to them.',
  now: Date.parse(moment),
}

/** The release as it came from Word, with what check had to say of it mended. */
export const mended = (text) =>
  text
    .replace('on Monday, December 1,', 'on Tuesday, December 1,')
    .replace('[name of the captain]', 'Cleo Example')
    .replace(
      'boilerplate:',
      `media:
  - src: picture-1.png
    alt: A red and white ferry lies on a slipway above grey water
    caption: The Halvar on the slipway, November 2026.
    credit: Example Yard
boilerplate:`,
    )
    .replace('![A red and white ferry lies on a slipway above grey water]', '![]')
    .replace('The Halvar on the slipway, November 2026. Photo: Example Yard\n\n', '')
