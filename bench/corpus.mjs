import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A generator of numbers in [0, 1) that gives the same ones each time (mulberry32).
 * @param {number} seed
 */
function numbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const subjects = [
  'The institute',
  'Its northern station',
  'A team of divers',
  'The harbour office',
  'Every fishing crew',
  'The new report',
  'A second survey',
  'The regional council',
]
const verbs = ['has measured', 'publishes', 'compared', 'will repeat', 'describes', 'recorded', 'explains', 'questions']
const objects = [
  'the temperature of the water',
  'sixty years of daily samples',
  'the return of the seagrass',
  'what the trawlers left behind',
  'the catch of the last three winters',
  'a map of every bay',
  'the cost of a new breakwater',
]
const places = [
  'in Turku',
  'off the outer islands',
  'along the whole coast',
  'between the two harbours',
  'at forty measuring places',
  'in the shallow bays',
]
const times = [
  'since 1961',
  'before the end of the year',
  'for the third time',
  'in all weathers',
  'within an hour',
  'from June to September',
]
const names = ['Aino Virta', 'Elias Salo', 'Noor Haddad', 'Marit Berg']

/**
 * Writes a press room of an invented organization with releases of about 630 words; the n-th is the same every time.
 * @param {string} root the folder to write to
 * @param {number} count how many releases
 */
export function writeCorpus(root, count) {
  const random = numbers(20_200_409)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const sentence = () => {
    const core = `${pick(subjects)} ${pick(verbs)} ${pick(objects)} ${pick(places)} ${pick(times)}`
    const chance = random()
    if (chance < 0.1) return `"${core}," said ${pick(names)}.`
    if (chance < 0.18) return `${core}, and *nobody* had expected that.`
    if (chance < 0.24)
      return `${core}, as the [data](https://www.example.org/data/${Math.floor(random() * 9999)}) shows.`
    return `${core}.`
  }
  const paragraph = () => Array.from({ length: 4 + Math.floor(random() * 2) }, sentence).join(' ')
  /** @type {(path: string, text: string) => void} */
  const write = (path, text) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write(
    'press.yaml',
    'organization: { name: Institute of the Northern Waters, short-name: INW, email: press@example.org, url: https://www.example.org/ }\nlanguage: en-US\ntime-zone: Europe/Helsinki\nbase-url: https://press.example.org/\nhouse: { contacts: top, end-mark: "###", end-mark-after: body }\n',
  )
  write(
    'templates/contacts.yaml',
    names
      .slice(0, 3)
      .map(
        (name, i) =>
          `person-${i}: { name: ${name}, role: Press officer, location: ${i < 2 ? 'Turku' : 'Tallinn'}, phone: "+358 40 555 010${i}", email: person${i}@example.org }\n`,
      )
      .join(''),
  )
  write('templates/facts.yaml', 'inw.stations:\n  - { from: 2000-01-01, value: forty, source: Annual report }\n')
  write(
    'templates/boilerplate/about-inw.md',
    '---\ntitle: About the Institute\n---\n\nThe Institute of the Northern Waters runs {{fact "inw.stations"}} stations and publishes [all that it measures](https://www.example.org/data).\n',
  )
  write(
    'templates/boilerplate/about-the-fund.md',
    '---\ntitle: About the Fund\n---\n\nThe fund pays for measurements that take longer than a career. It was set up in 1961.\n',
  )
  for (let i = 0; i < count; i++) {
    const day = `${2005 + (i % 20)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`
    const blocks = Array.from({ length: 7 }, paragraph)
    blocks.splice(3, 0, `## ${pick(objects).replace(/^./, (letter) => letter.toUpperCase())}`)
    blocks.splice(6, 0, `- ${sentence()}\n- ${sentence()}\n- ${sentence()}`)
    if (i % 5 === 0) blocks.splice(2, 0, `::: quote ${pick(names)}, head of research\n"${sentence()}"\n:::`)
    if (i % 10 === 0)
      blocks.push(
        `| Place | ${2024} | ${2025} |\n|---|---:|---:|\n| Harbour | ${i % 97} | ${i % 89} |\n| Bay | ${i % 83} | ${i % 79} |`,
      )
    if (i % 20 === 0) blocks.push(`The values are means.[^1]\n\n[^1]: Of twelve samples.`)
    const fields = [
      `headline: ${pick(objects).replace(/^./, (letter) => letter.toUpperCase())} ${pick(times)}, survey ${i} finds`,
      `subheadline: A look at ${pick(objects)} ${pick(places)}`,
      `summary: ${sentence()
        .replaceAll('"', "'")
        .replace(/[*[\]]|\(https[^)]*\)/g, '')}`,
      `date: ${day}`,
      'dateline: Turku',
      `contacts: [person-${i % 3}, person-${(i + 1) % 3}]`,
      'boilerplate: [about-inw, about-the-fund]',
    ]
    const quoted = fields.map((field) =>
      field.replace(/^(headline|subheadline|summary): (.*)$/, (_, key, value) => `${key}: ${JSON.stringify(value)}`),
    )
    write(`releases/${day}-survey-${i}.md`, `---\n${quoted.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`)
  }
}
