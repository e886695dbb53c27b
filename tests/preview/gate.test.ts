import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { refusal } from '../../src/preview/gate.ts'
import { contacts, previewIn, previewOf, release } from '../support/preview.ts'
import { temporaryFolder } from '../support/press-room.ts'

const file = 'releases/2026-01-02-launch.md'
const room = { [file]: release('Acme opens a plant'), 'templates/contacts.yaml': contacts }

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A request with the path and the headers as they are given: nothing is tidied up on the way. */
function ask(
  address: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
  body = '',
): Promise<Answer> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const tokenOf = async (address: string): Promise<string> =>
  /<meta name="token" content="([^"]+)"/.exec((await ask(address, '/')).body)?.[1] ?? ''

describe('who may ask', () => {
  test('another host is refused, whatever it asks for: a name that was pointed here reads nothing', async () => {
    const { address } = await previewOf(room)
    for (const host of ['evil.example', 'evil.example:4040', `127.0.0.1.evil.example:${new URL(address).port}`])
      for (const path of ['/', '/api/listing', `/api/release?file=${file}`])
        expect((await ask(address, path, { Host: host })).status).toBe(403)
    const { port } = new URL(address)
    expect((await ask(address, '/', { Host: `localhost:${port}` })).status).toBe(200)
  })

  test('at port 80, which browsers leave out of the name of the host, the bare name is ours', () => {
    const refused = (host: string, port: number): string | undefined =>
      refusal({ method: 'GET', url: '/', headers: { host } } as IncomingMessage, port, 'token')
    expect(['127.0.0.1', 'localhost', 'localhost:80'].map((host) => refused(host, 80))).toEqual(
      Array(3).fill(undefined),
    )
    expect([refused('evil.example', 80), refused('localhost', 4040)]).toEqual(Array(2).fill('Another host'))
  })

  test('another origin or site is refused', async () => {
    const { address } = await previewOf(room)
    expect((await ask(address, '/api/listing', { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask(address, '/api/listing', { Origin: 'null' })).status).toBe(403)
    expect((await ask(address, '/api/listing', { Origin: 'http://127.0.0.1:1' })).status).toBe(403)
    expect((await ask(address, '/api/listing', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await ask(address, '/api/listing', { 'Sec-Fetch-Site': 'same-site' })).status).toBe(403)
    const follows = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'document' }
    expect((await ask(address, `/?release=${file}`, follows)).status).toBe(200)
    expect((await ask(address, '/', { ...follows, 'Sec-Fetch-Dest': 'iframe' })).status).toBe(403)
  })

  test('what acts on this machine needs the token', async () => {
    const { address } = await previewOf(room, { editor: process.execPath })
    const order = JSON.stringify({ file, line: 1, column: 1 })
    const own = { Origin: new URL(address).origin }
    expect((await ask(address, '/api/open', own, 'POST', order)).status).toBe(403)
    expect((await ask(address, '/api/open', { ...own, 'X-Token': 'x'.repeat(32) }, 'POST', order)).status).toBe(403)
    const evil = { Origin: 'https://evil.example', 'X-Token': await tokenOf(address) }
    expect((await ask(address, '/api/open', evil, 'POST', order)).status).toBe(403)
    expect((await ask(address, '/api/open', own, 'DELETE')).status).toBe(403)
    expect((await ask(address, '/api/open', { ...own, 'X-Token': await tokenOf(address) }, 'POST', order)).status).toBe(
      200,
    )
  })

  test('only files of the press room are opened', async () => {
    const { address } = await previewOf(room, { editor: process.execPath })
    const headers = { 'X-Token': await tokenOf(address) }
    for (const other of ['/etc/passwd', '../x', 'package.json', 'templates/../../x', 'templates/missing.yaml', ''])
      expect((await ask(address, '/api/open', headers, 'POST', JSON.stringify({ file: other }))).status).toBe(403)
    expect((await ask(address, '/api/open', headers, 'POST', 'not JSON')).status).toBe(403)
    const longer = JSON.stringify({ file: 'x'.repeat(100_000) })
    expect((await ask(address, '/api/open', headers, 'POST', longer)).status).toBe(403)
  })

  test('nobody on the network reaches it', async () => {
    const { address } = await previewOf(room)
    const outward = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === 'IPv4')
    if (!outward) return
    await expect(ask(`http://${outward.address}:${new URL(address).port}/`, '/')).rejects.toThrow('ECONNREFUSED')
  })
})

describe('what is served', () => {
  test('paths stay inside the folder of the release', async () => {
    const outside = temporaryFolder()
    writeFileSync(join(outside, 'secret.png'), 'secret')
    const { address, root } = await previewOf({
      ...room,
      'secret.png': 'secret',
      'releases/.hidden.png': 'secret',
      'releases/deep/index.md': release('Deep'),
      'releases/deep/photo.png': 'photo',
    })
    symlinkSync(join(outside, 'secret.png'), join(root, 'releases/deep/link.png'))
    mkdirSync(join(root, 'releases/deep/folder.png'))
    const below = '/shown/releases%2Fdeep/'
    expect((await ask(address, `${below}photo.png`)).body).toBe('photo')
    for (const path of [
      '../../secret.png',
      '..%2F..%2Fsecret.png',
      '%2e%2e/%2e%2e/secret.png',
      '..%5C..%5Csecret.png',
      '%2Fetc%2Fpasswd',
      '../.hidden.png',
      'index.md',
      'link.png',
      'folder.png',
      'photo.png%00',
      '%E0%A4%A',
      '',
    ])
      expect(`${path} ${(await ask(address, below + path)).body.includes('secret')}`).toBe(`${path} false`)
    for (const path of ['index.md', 'link.png', '../2026-01-02-launch.md', 'nothing.png'])
      expect((await ask(address, below + path)).status).toBe(404)
    for (const path of [
      '/assets/secret.png',
      '/assets/../secret.png',
      '/page.css/../../secret.png',
      '/../package.json',
      '/lib',
      '//',
      'http://',
    ])
      expect((await ask(address, path)).status).toBe(404)
  })

  test('the page lets in nothing from elsewhere, and a frame runs nothing', async () => {
    const { address } = await previewOf(room)
    const page = (await ask(address, '/')).headers
    expect(page['content-security-policy']).toContain("default-src 'none'")
    expect(page['content-security-policy']).not.toContain('unsafe')
    const frame = await ask(address, `/shown/releases%2F2026-01-02-launch/page?file=${file}`)
    expect(frame.body).toContain('Acme opens a plant')
    expect(frame.headers['content-security-policy']).toContain('sandbox allow-same-origin')
    expect(frame.headers['content-security-policy']).not.toContain('script-src')
    for (const path of ['/', '/page.js', '/api/listing', `/api/release?file=${file}`, '/nothing'])
      expect((await ask(address, path)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
  })
})

describe('the port', () => {
  test('one that is taken is passed over, unless it was named', async () => {
    const first = await previewOf(room)
    const second = await previewOf(room)
    expect(new URL(second.address).port).not.toBe(new URL(first.address).port)
    await expect(previewIn(first.root, { port: Number(new URL(first.address).port) })).rejects.toThrow('EADDRINUSE')
  })

  test('one that browsers refuse is passed over', async () => {
    const busy = await Promise.all(
      [4040, 4041, 4042, 4043, 4044].map(async (port) => {
        const server = createServer().listen(port, '127.0.0.1')
        await new Promise((resolve) => server.once('listening', resolve).once('error', resolve))
        return server
      }),
    )
    const { address } = await previewOf(room)
    for (const server of busy) server.close()
    expect(Number(new URL(address).port)).toBeGreaterThan(4045)
  })

  test('a free one is taken by name', async () => {
    const probe = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => probe.once('listening', resolve))
    const { port } = probe.address() as AddressInfo
    await new Promise((resolve) => probe.close(resolve))
    const { address } = await previewOf(room, { port })
    expect(address).toBe(`http://127.0.0.1:${port}/`)
  })
})
