import axe from 'axe-core'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'

/**
 * A real Chromium for the tests of a file: out of the dev dependencies, so that it is there on a fresh machine.
 * What a test opened is closed after it: a page of a preview that has ended asks for it again and again, and fifty of
 * them took three quarters of the processor.
 */
export function useBrowser(): {
  page(options?: BrowserContextOptions): Promise<Page>
  /** Pages that share their storage, as the tabs of a person do. */
  pages(number: number): Promise<readonly Page[]>
} {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: ['--no-sandbox', '--disable-quic', '--font-render-hinting=none'],
      headless: true,
    })
  })
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
  })
  afterAll(async () => {
    await browser?.close()
  })
  return {
    async page(options = {}) {
      if (!browser) throw new Error('no browser')
      return browser.newPage(options)
    },
    async pages(number) {
      if (!browser) throw new Error('no browser')
      const context = await browser.newContext()
      return Promise.all(Array.from({ length: number }, () => context.newPage()))
    },
  }
}

/** How much wider than the window a page is, in pixels; 0 where nobody has to scroll sideways. */
export const sideways = 'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)'
export const sidewaysScroll = (page: Page): Promise<number> => page.evaluate<number>(sideways)

/** What axe finds in the page that is open: its rules' names with the elements. */
export const axeFindings = (page: Page, without: readonly string[] = []): Promise<string[]> =>
  axeRun(page, { rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) })

/** What axe finds in its colours alone: of a page that was looked at in the light nothing else is another in the dark. */
export const colourFindings = (page: Page): Promise<string[]> =>
  axeRun(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } })

async function axeRun(page: Page, options: object): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate<
    string[]
  >(`axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...options })}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`)
}
