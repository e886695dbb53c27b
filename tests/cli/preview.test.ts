import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { command, start } from '../support/command.ts'
import { pressRoom, temporaryFolder } from '../support/press-room.ts'

const children: ReturnType<typeof start>[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Starts a preview, without a terminal, and waits for what it prints first. */
async function preview(root: string, ...args: string[]): Promise<{ child: ReturnType<typeof start>; said: string }> {
  const child = start(['preview', '--root', root, ...args], temporaryFolder())
  children.push(child)
  const said = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString())),
  )
  return { child, said }
}

const room = (): string =>
  pressRoom({ 'releases/2026-01-02-launch.md': '---\nheadline: Acme opens\ndate: 2026-01-02\n---\n\nIt opened.\n' })

describe('pressmark preview', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('prints its address, and ends cleanly on %s', async (signal) => {
    const { child, said } = await preview(room())
    expect(said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/)
    expect(await (await fetch(said.trim())).text()).toContain('Pressmark preview')
    const news = await fetch(`${said.trim()}api/news`)
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill(signal)
    expect(await ended).toBe(0)
    await news.body?.cancel().catch(() => {})
    await expect(fetch(said.trim())).rejects.toThrow('fetch failed')
  })

  test('takes the port that is named, and no other', async () => {
    const busy = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => busy.once('listening', resolve))
    const { port } = busy.address() as AddressInfo
    const refused = await command(['preview', '--root', room(), '--port', String(port)], temporaryFolder())
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(`port ${port} is taken`)])
    await new Promise((resolve) => busy.close(resolve))
    const { said } = await preview(room(), '--port', String(port))
    expect(said).toBe(`http://127.0.0.1:${port}/\n`)
  })

  test('says what is wrong with the command, and that there is no press room', async () => {
    expect((await command(['preview', '--port', 'x'], temporaryFolder())).code).toBe(2)
    const blocked = await command(['preview', '--port', '6000'], temporaryFolder())
    expect([blocked.code, blocked.stderr]).toEqual([2, expect.stringContaining('Browsers open no page at this port.')])
    const nowhere = await command(['preview'], temporaryFolder())
    expect([nowhere.code, nowhere.stdout]).toEqual([2, ''])
    expect(nowhere.stderr).toContain('Missing press.yaml')
  })

  test('says of an editor that is named why it opens nothing, and where there is none, how to name one', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'vim'), '', { mode: 0o755 })
    const root = room()
    const refused = async (editor: string) =>
      command(['preview', '--root', root, '--editor', editor], temporaryFolder(), { PATH: folder })
    expect(await refused('nosuchprog')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: no program "nosuchprog" was found\nname one that is in the PATH, or give its full path\n',
    })
    expect(await refused('vim -R')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: "vim -R" needs a terminal of its own\nname an editor with a window, such as --editor code\n',
    })
    const child = start(['preview', '--root', root], temporaryFolder(), { PATH: folder, EDITOR: 'vim', VISUAL: '' })
    children.push(child)
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await expect.poll(() => said, { timeout: 20_000 }).toContain('such as --editor code\n')
    expect(said.match(/editor with a window/g)).toHaveLength(1)
  })

  test('runs all the same where press.yaml has a fault: the page says which', async () => {
    const { said } = await preview(pressRoom({ 'press.yaml': 'organisation: { name: Acme }\n' }))
    const listing = (await (await fetch(`${said.trim()}api/listing`)).json()) as { problems: { message: string }[] }
    expect(listing.problems.map(({ message }) => message).join()).toContain('organisation')
  })
})
