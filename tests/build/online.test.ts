import dns from 'node:dns'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSecureServer, globalAgent } from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import type { AddressInfo } from 'node:net'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { askLinks } from '../../src/build/ask.ts'
import { checkPressRoom } from '../../src/build/check.ts'
import { check } from '../../src/index.ts'
import { isInside } from '../../src/source/network.ts'
import { command } from '../support/command.ts'
import { noon, pressRoom } from '../support/press-room.ts'

// Nothing here leaves the machine: the links lead to a server of the test.
let server: Server
let base = ''
const asked: { url: string; method: string; agent: string; headers: IncomingMessage['headers'] }[] = []
let [open, mostOpen] = [0, 0]
let patience = 0
let mended = false

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '', method = '', headers } = request
    asked.push({ url, method, agent: headers['user-agent'] ?? '', headers })
    open++
    mostOpen = Math.max(mostOpen, open)
    response.once('close', () => open--)
    const answer = (status: number, more: Record<string, string> = {}): void =>
      void response.writeHead(status, more).end()
    if (url === '/there') answer(200)
    else if (url === '/only-get') answer(method === 'GET' ? 200 : 405)
    else if (url === '/moved') answer(301, { Location: '/moved-again' })
    else if (url === '/moved-again') answer(308, { Location: '/there' })
    else if (url === '/elsewhere-today') answer(302, { Location: '/there' })
    else if (url === '/round') answer(301, { Location: '/round' })
    else if (url === '/inside') answer(302, { Location: 'http://169.254.169.254/latest/' })
    else if (url === '/forbidden') answer(403)
    else if (url === '/down') answer(502)
    else if (url === '/busy') answer(patience++ === 0 ? 429 : 200, { 'Retry-After': '1' })
    else if (/^\/six-times-?[1-5]?$/.test(url)) answer(302, { Location: `/six-times-${Number(url.at(-1)) + 1 || 1}` })
    else if (url === '/six-times-6') answer(200)
    else if (url === '/cookie') {
      if (headers.cookie === 'seen=yes; of=us') answer(200)
      else
        void response
          .writeHead(302, { Location: url, 'Set-Cookie': ['seen=yes; Path=/', 'of=us; Domain=127.0.0.1'] })
          .end()
    } else if (url === '/hangs-up-on-head' && method === 'HEAD') request.socket.destroy()
    else if (url.endsWith('-on-head') && method === 'GET') answer(200)
    else if (url === '/to-nowhere') answer(302, { Location: 'http://[' })
    else if (url === '/to-mail') answer(302, { Location: 'mailto:a@example.org' })
    else if (url === '/to-raw-letters') answer(302, { Location: Buffer.from('/é').toString('latin1') })
    else if (url === '/%c3%a9') answer(200)
    else if (url === '/moved-home') answer(301, { Location: '/' })
    else if (url === '/') answer(200)
    else if (url === '/mended') answer(mended ? 200 : 404)
    else if (url.startsWith('/slow')) setTimeout(() => answer(200), 60)
    else if (!/^\/(?:never|silent)/.test(url)) answer(404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(
  () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(resolve)
    }),
)

const here = { own: undefined, loopback: true, secondsForOne: 0.3 }

describe('where links lead', () => {
  test.each([
    ['/there', { kind: 'fine' }],
    ['/only-get', { kind: 'fine' }],
    ['/forbidden', { kind: 'fine' }],
    ['/elsewhere-today', { kind: 'fine' }],
    ['/busy', { kind: 'fine' }],
    ['/gone', { kind: 'dead', why: '404' }],
    ['/round', { kind: 'unsure', why: 'sent on more than 20 times' }],
    ['/six-times', { kind: 'fine' }],
    ['/cookie', { kind: 'fine' }],
    ['/hangs-up-on-head', { kind: 'fine' }],
    ['/silent-on-head', { kind: 'fine' }],
    ['/silent', { kind: 'unsure', why: 'none in 0.3 seconds' }],
    ['/to-nowhere', { kind: 'unsure', why: 'sent on to "http://["' }],
    ['/to-mail', { kind: 'unsure', why: 'sent on to "mailto:a@example.org"' }],
    ['/to-raw-letters', { kind: 'fine' }],
    ['/down', { kind: 'unsure', why: '502' }],
    ['/inside', { kind: 'inside' }],
  ])('%s', async (path, answer) => {
    expect((await askLinks([base + path], here)).get(base + path)).toEqual(answer)
  })

  test('is told where a page has moved for good', async () => {
    expect((await askLinks([`${base}/moved#top`], here)).get(`${base}/moved#top`)).toEqual({
      kind: 'moved',
      to: `${base}/there#top`,
    })
  })

  test('is asked by one name, without cookies, HEAD first', async () => {
    asked.length = 0
    await askLinks([`${base}/gone`], here)
    expect(asked.map(({ method }) => method)).toEqual(['HEAD', 'GET'])
    expect(new Set(asked.map(({ agent }) => agent))).toEqual(
      new Set([expect.stringMatching(/^Pressmark\/\d+\.\d+\.\d+ /)]),
    )
    expect(asked.flatMap(({ headers }) => Object.keys(headers))).not.toContain('cookie')
  })

  test('is asked of one server no more than twice at once', async () => {
    mostOpen = 0
    await askLinks(
      Array.from({ length: 12 }, (_, i) => `${base}/slow${i}`),
      here,
    )
    expect(mostOpen).toBe(2)
  })

  test('is asked only so long', async () => {
    const start = Date.now()
    const answers = await askLinks([`${base}/never`, `${base}/never?2`, `${base}/never?3`], { ...here, seconds: 0.3 })
    expect(Date.now() - start).toBeLessThan(3000)
    expect([...answers.values()]).toEqual([{ kind: 'late' }, { kind: 'late' }, { kind: 'late' }])
  })

  test('is not asked of the own network, nor with a password', async () => {
    asked.length = 0
    const urls = [
      `${base}/there`,
      base.replace('127.0.0.1', 'localhost'),
      base.replace('//', '//jane:secret@'),
      'http://[::ffff:127.0.0.1]/',
      'http://2130706433/',
      'ftp://127.0.0.1/',
    ]
    const answers = await askLinks(urls, { own: undefined })
    expect([...answers.values()].every(({ kind }) => kind === 'unasked')).toBe(true)
    expect((await askLinks([urls[2] ?? ''], here)).get(urls[2] ?? '')).toEqual({ kind: 'unasked' })
    expect(asked).toEqual([])
    expect((await askLinks([`${base}/there`], { own: '127.0.0.1' })).get(`${base}/there`)).toEqual({ kind: 'fine' })
  })
})

describe('a site that browsers warn of', () => {
  // One key for all; self-signed.pem vouches for the other two, and the test for it, but for where it stands alone.
  const pem = (name: string): Buffer => readFileSync(join(import.meta.dirname, `../fixtures/tls/${name}.pem`))
  const usual = globalAgent.options.ca

  afterEach(() => {
    globalAgent.options.ca = usual
  })

  test.each([
    ['expired', 'its certificate has expired'],
    ['other-site', 'its certificate is that of another site'],
    ['self-signed', 'it vouches for itself by its own certificate'],
  ])('has a certificate that is %s', async (name, why) => {
    if (name !== 'self-signed') globalAgent.options.ca = pem('self-signed')
    const secure = createSecureServer({ key: pem('key'), cert: pem(name) }, (_, response) => response.end())
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
    const url = `https://127.0.0.1:${(secure.address() as AddressInfo).port}/`
    expect((await askLinks([url], here)).get(url)).toEqual({ kind: 'untrusted', why })
    await new Promise((resolve) => secure.close(resolve))
  })
})

describe('a host of no known name', () => {
  const { lookup } = dns

  afterEach(() => {
    dns.lookup = lookup
    syncBuiltinESMExports()
  })

  /** The machine's own lookup, which nothing here asks, in place of which a test has its own. */
  const onlyKnowing = (known: string | undefined): void => {
    const answer = (host: string, ...rest: unknown[]): void => {
      const done = rest.at(-1) as (error: Error | null, addresses?: dns.LookupAddress[]) => void
      if (host === known) done(null, [{ address: '127.0.0.1', family: 4 }])
      else done(Object.assign(new Error(host), { code: 'ENOTFOUND' }))
    }
    dns.lookup = answer as typeof lookup
    syncBuiltinESMExports()
  }
  const url = 'https://www.misspelt.example/'

  test('is one that there is not', async () => {
    onlyKnowing('example.com')
    expect((await askLinks([url], here)).get(url)).toEqual({ kind: 'dead', why: 'no such host' })
  })

  test('says nothing where no name is known', async () => {
    onlyKnowing(undefined)
    expect((await askLinks([url], here)).get(url)).toEqual({ kind: 'offline' })
    const root = pressRoom({ 'releases/2026-01-02-x.md': `---\nheadline: Acme\n---\n\n${url} and ${url}b\n` })
    const { diagnostics } = await check(root, { now: noon, online: true })
    expect(diagnostics.filter(({ code }) => /dead-link|unasked-links/.test(code))).toEqual([
      {
        code: 'unasked-links',
        severity: 'warning',
        message: 'The network cannot be reached, 2 links were not asked',
        hint: 'run it again where there is one; proxies are not used',
        file: 'press.yaml',
      },
    ])
  })
})

test.each([
  ['localhost', true],
  ['127.8.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['169.254.169.254', true],
  ['::1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::ffff:192.168.0.1', true],
  ['::ffff:c0a8:1', true],
  ['64:ff9b::7f00:1', true],
  ['2001:4860::1', false],
  ['printer.local', true],
  ['wiki', true],
  ['www.example.org', false],
])('the host %s is inside: %s', (host, inside) => expect(isInside(host)).toBe(inside))

describe('check with online', () => {
  const file = 'releases/2026-01-02-x.md'
  const room = (): string =>
    pressRoom({
      [file]: `---\nheadline: Acme opens a plant\ndate: 2026-01-02\nlinks: [{ url: "${base}/moved", title: The report }]\n---\n\nRead [it](${base}/gone) and [more](${base}/there).\n`,
      'templates/boilerplate/about.md': `---\ntitle: About\n---\n\nSee [us](${base}/gone).\n`,
    })
  const said = async (root: string, online: boolean | { loopback: boolean }, now = noon): Promise<string[]> =>
    (await check(root, { now, online })).diagnostics
      .filter(({ code }) => code.endsWith('-link'))
      .map(({ file: path, position, severity, message }) => `${path}:${position?.start.line} ${severity} ${message}`)

  test('tells at their places which links are dead or have moved', async () => {
    expect(await said(room(), { loopback: true })).toEqual([
      `${file}:4 info Link to a page that has moved`,
      `${file}:7 error Link that leads nowhere, 404`,
      'templates/boilerplate/about.md:5 error Link that leads nowhere, 404',
    ])
  })

  /** What is asked of a release whose links are all dead, and what is typed where check tells of them. */
  const askedOf = async (fields: string, body: string): Promise<[paths: string[], typed: string[]]> => {
    const text = `---\nheadline: Acme opens a plant\ndate: 2026-01-02\n${fields}---\n\n${body}\n`.replaceAll(
      'HOST',
      base,
    )
    asked.length = 0
    const { diagnostics } = await check(pressRoom({ [file]: text }), { now: noon, online: { loopback: true } })
    const typed = diagnostics
      .filter(({ code }) => code === 'dead-link')
      .map(({ position }) => text.slice(position?.start.offset, position?.end.offset).replaceAll(base, 'HOST'))
    return [[...new Set(asked.map(({ url }) => url))].sort(), typed]
  }

  test.each([
    ['bare', 'See HOST/a?b=1, please.', ['/a?b=1'], ['HOST/a?b=1']],
    ['bare at the end of a sentence', 'See HOST/a.', ['/a'], ['HOST/a']],
    ['bare and bold', 'See **HOST/a**.', ['/a'], ['HOST/a']],
    ['bare, beside a longer one', 'HOST/a/b and (HOST/a)', ['/a', '/a/b'], ['HOST/a/b', 'HOST/a']],
    ['bare, then not', 'HOST/a and [it](HOST/a).', ['/a'], ['HOST/a', '[it](HOST/a)']],
    ['with a backslash before a sign', 'See [it](HOST/a\\_b).', ['/a_b'], ['[it](HOST/a\\_b)']],
    ['with an entity', '[it](HOST/?a=1&amp;b=2)', ['/?a=1&b=2'], ['[it](HOST/?a=1&amp;b=2)']],
    ['typed below', 'See [it][x], [that][x].\n\n[x]: HOST/a', ['/a'], ['[x]: HOST/a']],
    ['of a picture elsewhere', '![It](HOST/a.png)', ['/a.png'], ['![It](HOST/a.png)']],
    ['in code or a comment', '`HOST/a` <!-- HOST/c --> HOST/c', ['/c'], ['HOST/c']],
    ['with a figure in it', 'See HOST/{{fact "x"}}.', [], []],
  ])('asks the address that the parser reads: %s', async (_, body, paths, typed) => {
    expect(await askedOf('', body)).toEqual([paths, typed])
  })

  test.each([
    ['links', 'links: [{ url: "HOST/a,b", title: A }]', ['/a,b'], ['HOST/a,b']],
    ['an apostrophe', "links: [{ url: HOST/l'oreal, title: A }]", ["/l'oreal"], ["HOST/l'oreal"]],
    ['attachments', 'attachments: [{ url: HOST/a, title: A }]', ['/a'], ['HOST/a']],
    ['an event', 'event: { starts: 2026-01-03, online: HOST/a }', ['/a'], ['HOST/a']],
    ['notes', 'notes: ["Read HOST/a. And [b](HOST/b)."]', ['/a', '/b'], ['HOST/a', '[b](HOST/b)']],
    ['a note below', 'notes:\n  - |\n    Read\n    HOST/a.', ['/a'], ['HOST/a']],
    ['corrections', 'corrections: [{ date: 2026-01-03, text: "[It](HOST/a)." }]', ['/a'], ['[It](HOST/a)']],
    ['a comment', 'number: 3 # HOST/a', [], []],
  ])('asks the addresses in fields: %s', async (_, field, paths, typed) => {
    expect(await askedOf(`${field}\n`, 'Text.')).toEqual([paths, typed])
  })

  test('asks addresses in HTML, where a press room lets it through', async () => {
    const text = `---\nheadline: Acme opens a plant\n---\n\nSee <a href="${base}/gone?a&amp;b">it</a>.\n`
    const root = pressRoom({ [file]: text, 'press.yaml': 'organization: { name: Acme }\nmarkdown: { html: true }\n' })
    asked.length = 0
    expect(await said(root, { loopback: true })).toEqual([`${file}:5 error Link that leads nowhere, 404`])
    expect(asked.map(({ url }) => url)).toContain('/gone?a&b')
  })

  test('says where a page is now, with the place in it, or that it may be gone', async () => {
    const text = `---\nheadline: Acme\n---\n\n[One](${base}/moved#sec) and [two](${base}/moved-home) and [home](${base}#top).\n`
    const { diagnostics } = await check(pressRoom({ [file]: text }), { now: noon, online: { loopback: true } })
    expect(diagnostics.filter(({ code }) => code === 'moved-link').map(({ message, hint }) => [message, hint])).toEqual(
      [
        ['Link to a page that has moved', `write ${base}/there#sec`],
        ['Link that leads to the home page now', 'is the page gone? link to where it is told'],
      ],
    )
  })

  test('says once how many links were not asked in time', async () => {
    const text = `---\nheadline: Acme\n---\n\n[One](${base}/never?1) and [two](${base}/never?2).\n`
    const root = pressRoom({ [file]: text })
    const { diagnostics } = await checkPressRoom(root, { now: noon, online: { loopback: true, seconds: 0.3 } })
    expect(diagnostics.filter(({ code }) => /-links?$/.test(code)).map(({ message }) => message)).toEqual([
      'The time ran out, 2 links were not asked',
    ])
  })

  test('asks again after a day, and not before', async () => {
    const root = room()
    await said(root, { loopback: true })
    asked.length = 0
    expect(await said(root, { loopback: true }, noon + 86_000_000)).toHaveLength(3)
    expect(new Set(asked.map(({ url }) => url))).toEqual(new Set(['/gone']))
    expect(await said(root, { loopback: true }, noon + 87_000_000)).toHaveLength(3)
    expect(asked.length).toBeGreaterThan(5)
    writeFileSync(join(root, '.pressmark/links.json'), '{ "version": 1, "answers": [null, 3')
    expect(await said(root, { loopback: true })).toHaveLength(3)
    expect(JSON.parse(readFileSync(join(root, '.pressmark/links.json'), 'utf8'))).toHaveProperty('version', 1)
  })

  test('asks a page that was not there again each time', async () => {
    const root = pressRoom({ [file]: `---\nheadline: Acme\n---\n\n[It](${base}/mended).\n` })
    mended = false
    expect(await said(root, { loopback: true })).toEqual([`${file}:5 error Link that leads nowhere, 404`])
    mended = true
    expect(await said(root, { loopback: true })).toEqual([])
  })

  test('without it asks nothing, and keeps nothing', async () => {
    const root = room()
    asked.length = 0
    expect(await said(root, false)).toEqual([])
    expect([asked, existsSync(join(root, '.pressmark/links.json'))]).toEqual([[], false])
  })

  test('is a flag of the command, which never asks its own machine', async () => {
    asked.length = 0
    const { code, stderr } = await command(['check', '--online'], room())
    expect([code, asked, stderr.includes('Link into the own network')]).toEqual([1, [], true])
  })
})
