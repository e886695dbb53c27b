import { HtmlValidate } from 'html-validate'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { axeFindings, colourFindings, sidewaysScroll, useBrowser } from '../support/browser.ts'
import { buildHere, temporaryFolder } from '../support/press-room.ts'

const root = join(import.meta.dirname, '../..')
const rooms = [
  '.',
  ...(existsSync(join(root, 'examples')) ? readdirSync(join(root, 'examples')) : []).map((name) => `examples/${name}`),
].filter((room) => existsSync(join(root, room, 'press.yaml')))
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'void-style': ['error', { style: 'omit' }],
    'no-inline-style': 'off',
  },
})
const browser = useBrowser()

describe.each(rooms)('the pages of %s', (room) => {
  const pagesOf = async (): Promise<{ path: string; full: string; html: string }[]> => {
    const out = join(temporaryFolder(), 'dist')
    const { report } = await buildHere(join(root, room), { out, formats: ['html'], drafts: true })
    const paths = report.written.filter((path) => path.endsWith('index.html'))
    return paths.map((path) => ({ path, full: join(out, path), html: readFileSync(join(out, path), 'utf8') }))
  }

  /** Without those that send their reader on at once. */
  const readable = async () => (await pagesOf()).filter(({ html }) => !html.includes('http-equiv="refresh"'))

  test('are valid HTML', async () => {
    const pages = await pagesOf()
    expect(pages.length).toBeGreaterThan(0)
    for (const { path, html } of pages) {
      const { results } = await validator.validateString(html, path)
      expect(
        results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`),
        ),
      ).toEqual([])
    }
  })

  test('have nothing that axe finds, in light and dark', async () => {
    const page = await browser.page()
    for (const { path, full } of await readable()) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(`file://${full}`)
      expect(await axeFindings(page), path).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await colourFindings(page), path).toEqual([])
    }
  })

  test.each([320, 375, 600, 1200])('need no sideways scrolling at %i px', async (width) => {
    const page = await browser.page({ viewport: { width, height: 800 } })
    for (const { path, full } of await readable()) {
      await page.goto(`file://${full}`)
      expect(`${path} ${await sidewaysScroll(page)}`).toBe(`${path} 0`)
    }
  })

  test('fit on A4 when printed', async () => {
    const page = await browser.page({ viewport: { width: 628, height: 971 } })
    await page.emulateMedia({ media: 'print' })
    for (const { path, full } of await readable()) {
      await page.goto(`file://${full}`)
      expect(`${path} ${await sidewaysScroll(page)}`).toBe(`${path} 0`)
    }
  })
})
