import { describe, expect, test } from 'vitest'
import { buildHere, pressRoom } from '../support/press-room.ts'

/** As much of a PNG as says its size. */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(17)
  header.write('IHDR')
  header.writeUInt32BE(width, 4)
  header.writeUInt32BE(height, 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d', 'hex'), header])
}

const release = '---\nheadline: Acme opens a plant in Turku\ndate: 2026-01-01\n---\n\nIt opens on Monday.\n'

async function builtWith(logo: Readonly<Record<string, string | number>>, files: Readonly<Record<string, Uint8Array>>) {
  const room = `organization: { name: Acme }\nbase-url: https://press.example.org/\nbrand: ${JSON.stringify({ logo })}\n`
  const { report, output } = await buildHere(
    pressRoom({ 'press.yaml': room, 'releases/2026-01-01-x.md': release, ...files }),
    { formats: ['html', 'email'] },
  )
  expect(report.diagnostics).toEqual([])
  const addresses = (file: string): readonly string[] =>
    [...output(file).matchAll(/(?:src|srcset)="([^"]*)"/g)].map(([, address = '']) => address)
  return { output, page: addresses('releases/x/index.html'), mail: addresses('releases/x/email.html') }
}

describe('two logos', () => {
  const [light, dark] = [png(200, 50), png(200, 51)]

  test('with names of their own keep them', async () => {
    const files = { 'brand/light/day.png': light, 'brand/dark/night.png': dark }
    const { page, mail } = await builtWith({ light: 'brand/light/day.png', dark: 'brand/dark/night.png' }, files)
    expect(page).toEqual(['../../assets/night.png', '../../assets/day.png'])
    expect(mail).toEqual(['https://press.example.org/assets/day.png', 'https://press.example.org/assets/night.png'])
  })

  test.each(['logo.png', 'Logo.png'])('of one name, %s beside logo.png, are kept apart', async (name) => {
    const files = { 'brand/light/logo.png': light, [`brand/dark/${name}`]: dark }
    const { page, mail, output } = await builtWith({ light: 'brand/light/logo.png', dark: `brand/dark/${name}` }, files)
    expect(page).toEqual([`../../assets/dark-${name}`, '../../assets/logo.png'])
    expect(mail).toEqual(['https://press.example.org/assets/logo.png', `https://press.example.org/assets/dark-${name}`])
    expect(output('assets/logo.png')).not.toBe(output(`assets/dark-${name}`))
  })

  test('with blanks and commas have addresses without', async () => {
    const files = { 'logo, light.png': light, 'logo, dark.png': dark }
    const { page, mail, output } = await builtWith({ light: 'logo, light.png', dark: 'logo, dark.png' }, files)
    expect(page).toEqual(['../../assets/logo%2C%20dark.png', '../../assets/logo%2C%20light.png'])
    expect(mail).toEqual([
      'https://press.example.org/assets/logo%2C%20light.png',
      'https://press.example.org/assets/logo%2C%20dark.png',
    ])
    expect(output('assets/logo, dark.png')).not.toBe('')
  })
})

test('a logo as flat as a line is still seen', async () => {
  const { output } = await builtWith({ light: 'line.png' }, { 'line.png': png(5000, 10) })
  expect(output('releases/x/index.html')).toContain('width="200" height="1"')
  expect(output('releases/x/email.html')).toContain('width="200" height="1"')
})
