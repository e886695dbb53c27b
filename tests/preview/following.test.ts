import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { contacts, previewOf, release } from '../support/preview.ts'

const browser = useBrowser()
const file = 'releases/2026-01-02-launch.md'
const other = 'releases/2026-01-03-other.md'
const long = 'It makes pumps, and it makes them well.\n\n'.repeat(80)
const room = {
  'press.yaml': 'organization: { name: Acme, email: press@example.org }\nlanguage: en\n',
  [file]: release('First words', '', long),
  [other]: release('Another release'),
  'templates/contacts.yaml': contacts,
}
const headline = (page: Page): Promise<string> =>
  page.frameLocator('iframe').first().getByRole('heading', { level: 1 }).innerText({ timeout: 5000 })

describe('a save', () => {
  test('is on the screen within 100 ms, in its place: scroll, format, client and width are kept', async () => {
    const { address, save } = await previewOf(room)
    const page = await browser.page({ viewport: { width: 1200, height: 700 } })
    await page.goto(`${address}?release=${file}&view=email&client=yahoo&width=600`)
    await expect.poll(() => headline(page)).toBe('First words')
    await page.waitForTimeout(800)
    await page.evaluate('window.scrollTo(0, 900)')
    await page.evaluate(`document.getElementById('client').focus({ preventScroll: true })`)
    // The page says when the new words stand in its frame, by the clock that this process has too.
    const took: number[] = []
    // The machine may have other things to do: two quick ones of up to 40 count.
    const quick = (): number => took.filter((time) => time <= 100).length
    for (let n = 1; n <= 40 && quick() < 2; n++) {
      const words = `Words of save ${n}`
      const seen = page.evaluate<number>(`new Promise((resolve) => {
        const look = () => document.querySelector('iframe').contentDocument?.querySelector('h1')?.textContent.includes(${JSON.stringify(words)})
          ? resolve(Date.now()) : requestAnimationFrame(look)
        look()
      })`)
      await page.waitForTimeout(120)
      const saved = Date.now()
      save(file, release(words, '', long))
      took.push((await seen) - saved)
    }
    expect(quick(), took.join(' ')).toBe(2)
    const size = `getComputedStyle(document.querySelector('iframe').contentDocument.querySelector('h1')).fontSize`
    expect(await page.evaluate(size), 'styles in elements').toMatch(/^(?:2[89]|3\d)px$/)
    expect(await page.evaluate('window.scrollY')).toBe(900)
    expect(await page.getByRole('combobox').inputValue()).toBe('yahoo')
    expect(await page.getByRole('radio', { name: '600' }).isChecked()).toBe(true)
    expect(await page.evaluate('document.activeElement.id')).toBe('client')
    const title = page.getByRole('heading', { level: 1, name: `Words of save ${took.length}` })
    await expect.poll(() => title.count()).toBe(1)
  })

  test('of an editor that writes the file where it is, and of one that takes it away first', async () => {
    const { address, root } = await previewOf(room)
    const page = await browser.page()
    await page.goto(`${address}?release=${file}`)
    await expect.poll(() => headline(page)).toBe('First words')
    writeFileSync(join(root, file), release('Written in place'))
    await expect.poll(() => headline(page)).toBe('Written in place')
    rmSync(join(root, file))
    await new Promise((resolve) => setTimeout(resolve, 50))
    writeFileSync(join(root, file), release('Back again'))
    await expect.poll(() => headline(page)).toBe('Back again')
  })

  test('only renders the release that was saved', async () => {
    const { address, save } = await previewOf(room)
    const page = await browser.page()
    await page.goto(`${address}?release=${other}`)
    await expect.poll(() => headline(page)).toBe('Another release')
    await page.getByText('Looking …').waitFor({ state: 'hidden' })
    await page.waitForTimeout(300)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    save(file, release('Saved elsewhere'))
    await page.waitForTimeout(500)
    expect(asked).toEqual([])
  })

  test.each([
    ['press.yaml', 'organization: { name: Zenith }\n', 'Zenith'],
    ['templates/contacts.yaml', contacts.replace('Ana Virta', 'Bea Salo'), 'Bea Salo'],
    ['templates/html/partials/footer.hbs', '<p>A footer of our own.</p>\n', 'A footer of our own.'],
    ['templates/locales/en.yaml', 'words: { immediate: RIGHT NOW }\n', 'RIGHT NOW'],
  ])('of %s is followed too', async (path, text, wanted) => {
    const { address, save } = await previewOf({
      ...room,
      'templates/html/partials/x.hbs': '',
      'templates/locales/en.yaml': '{}\n',
    })
    const page = await browser.page()
    await page.goto(`${address}?release=${file}`)
    await expect.poll(() => headline(page)).toBe('First words')
    save(path, text)
    await expect.poll(() => page.frameLocator('iframe').getByText(wanted).count()).toBeGreaterThan(0)
  })
})

test('a picture that is saved again is shown anew', async () => {
  const logo = (name: string): Uint8Array =>
    readFileSync(join(import.meta.dirname, '../../examples/trilingual/brand', name))
  const { address, root } = await previewOf({
    ...room,
    [file]: release('With a picture', '', '![A pump](pump.png)'),
    'releases/pump.png': logo('logo.png'),
  })
  const page = await browser.page()
  await page.goto(`${address}?release=${file}`)
  const picture = `(async () => {
    const image = document.querySelector('iframe').contentDocument?.images[0]
    return image && (await (await fetch(image.src, { cache: 'force-cache' })).blob()).size
  })()`
  await expect.poll(() => page.evaluate(picture)).toBe(logo('logo.png').byteLength)
  await page.waitForTimeout(500)
  let reloads = 0
  page.on('request', (request) => {
    if (request.url().includes('pump.png')) reloads++
  })
  writeFileSync(join(root, 'releases/pump.png'), logo('logo-dark.png'))
  await expect.poll(() => reloads).toBeGreaterThan(0)
  await expect.poll(() => page.evaluate(picture)).toBe(logo('logo-dark.png').byteLength)
  await expect.poll(() => headline(page)).toBe('With a picture')
})

describe('a fault', () => {
  test('is told above the last good text, with its place, and goes when it is mended', async () => {
    const { address, save } = await previewOf(room)
    const page = await browser.page()
    await page.goto(`${address}?release=${file}`)
    await expect.poll(() => headline(page)).toBe('First words')
    save(file, release('Broken words').replace('[ana]', '[anna]'))
    const fault = page.getByRole('alert').filter({ hasText: 'This text cannot be rendered' })
    await expect.poll(() => fault.innerText()).toContain('Unknown contact "anna"')
    expect(await fault.innerText()).toContain(`${file}:4:12`)
    expect(await fault.innerText()).toMatch(/did you mean "ana"/i)
    expect(await headline(page)).toBe('First words')
    await page.getByRole('button', { name: 'Copy text' }).click()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: 'mend them first' }).count()).toBe(1)
    await page.reload()
    await expect.poll(() => headline(page)).toBe('First words')
    expect(await fault.innerText()).toContain('Unknown contact "anna"')
    save(file, release('Mended words'))
    await expect.poll(() => headline(page)).toBe('Mended words')
    await expect.poll(() => fault.count()).toBe(0)
  })

  test('of the press room is told in the same way, wherever one is', async () => {
    const { address, save } = await previewOf(room)
    const page = await browser.page()
    await page.goto(`${address}?release=${file}`)
    await expect.poll(() => headline(page)).toBe('First words')
    save('press.yaml', 'organisation: { name: Acme }\n')
    const fault = page.getByRole('alert').filter({ hasText: 'This text cannot be rendered' })
    await expect.poll(() => fault.innerText()).toContain('press.yaml:1:1')
    expect(await headline(page)).toBe('First words')
    await expect.poll(() => page.getByText('press.yaml:1:1').count(), { message: 'told once' }).toBe(1)
    const list = await browser.page()
    await list.goto(address)
    await expect
      .poll(() => list.getByRole('region', { name: 'Problems of the press room' }).innerText())
      .toContain('organisation')
    expect(await list.getByRole('link', { name: 'Another release' }).count()).toBe(1)
    save('press.yaml', 'organization: { name: Acme }\n')
    await expect.poll(() => fault.count()).toBe(0)
    await expect.poll(() => list.getByRole('region', { name: 'Problems of the press room' }).count()).toBe(0)
  })

  test('of press.yaml leaves the last good version its pictures and its logo', async () => {
    const settings =
      'organization: { name: Acme }\nbrand: { logo: { light: brand/logo.png, width: 132 } }\nbase-url: https://press.example.org/\n'
    const picture = readFileSync(join(import.meta.dirname, '../../examples/trilingual/brand/logo.png'))
    const { address, save } = await previewOf({
      ...room,
      'press.yaml': settings,
      'brand/logo.png': picture,
      [file]: release('With pictures', '', '![A pump](pump.png)'),
      'releases/pump.png': picture,
    })
    const page = await browser.page()
    await page.goto(`${address}?release=${file}`)
    await expect.poll(() => headline(page)).toBe('With pictures')
    const shown = `[...document.querySelector('iframe').contentDocument.images]
      .map((one) => new URL(one.currentSrc).host + ' ' + (one.naturalWidth > 0)).join()`
    const here = `${new URL(address).host} true`
    await expect.poll(() => page.evaluate(shown)).toBe(`${here},${here}`)
    save('press.yaml', settings.replace('organization', 'organisation'))
    await page.getByRole('alert').filter({ hasText: 'This text cannot be rendered' }).waitFor()
    await page.reload()
    await expect.poll(() => headline(page)).toBe('With pictures')
    await expect.poll(() => page.evaluate(shown)).toBe(`${here},${here}`)
  })

  test('of a template is told above the list too, and goes when it is mended', async () => {
    const { address, save } = await previewOf({
      ...room,
      'templates/html/partials/headline.hbs': '<h1>{{{headline}}}</h1>\n',
    })
    const page = await browser.page()
    await page.goto(address)
    await page.getByRole('link', { name: 'Another release' }).waitFor()
    const problems = page.getByRole('region', { name: 'Problems of the press room' })
    save('templates/html/partials/headline.hbs', '{{#if}')
    await expect
      .poll(() => problems.getByText('templates/html/partials/headline.hbs:1').count(), { timeout: 10_000 })
      .toBe(1)
    save('templates/html/partials/headline.hbs', '<h1>{{{headline}}}</h1>\n')
    await expect.poll(() => problems.count(), { timeout: 10_000 }).toBe(0)
  })

  test('of the contacts is not told any more once it is mended, before all else is checked', async () => {
    const { address, save } = await previewOf(room)
    const problems = async (): Promise<unknown[]> =>
      ((await (await fetch(`${address}api/listing`)).json()) as { problems: unknown[] }).problems
    const news = (await fetch(`${address}api/news`)).body?.pipeThrough(new TextDecoderStream()).getReader()
    const heard = async (kind: string): Promise<void> => {
      for (let said = ''; !said.includes(`"kind":"${kind}"`);) said = (await news?.read())?.value ?? ''
    }
    await heard('checked')
    save('templates/contacts.yaml', contacts.replace('ana:', 'ana: ['))
    await heard('checked')
    expect(await problems()).toHaveLength(1)
    save('templates/contacts.yaml', contacts)
    await heard('changed')
    expect(await problems()).toEqual([])
  })

  test('of a rule of the press room’s own is told, and what the rule finds follows it', async () => {
    const { address, save } = await previewOf({
      ...room,
      [file]: release('First words', '', 'We utilise pumps and leverage them.'),
      'rules/house-words.yaml': 'summary: Write plain words\nwords: { utilise: use }\n',
    })
    const page = await browser.page()
    await page.goto(`${address}?release=${file}`)
    const problems = page.getByRole('complementary', { name: 'Problems' })
    await expect.poll(() => problems.innerText()).toContain('Not "utilise" but "use"')
    save('rules/house-words.yaml', 'summary: Write plain words\nwords: { leverage: use }\n')
    await expect.poll(() => problems.innerText()).toContain('Not "leverage" but "use"')
    expect(await problems.innerText()).not.toContain('Not "utilise"')
    save('rules/house-words.yaml', 'summary: Write plain words\nwrods: { leverage: use }\n')
    const ofRoom = page.getByRole('region', { name: 'Problems of the press room' })
    await expect.poll(() => ofRoom.innerText()).toContain('Unknown key "wrods"')
    expect(await ofRoom.innerText()).toContain('rules/house-words.yaml:2:1')
    save('rules/house-words.yaml', 'summary: Write plain words\nwords: { utilise: use }\n')
    await expect.poll(() => problems.innerText()).toContain('Not "utilise" but "use"')
    expect(await ofRoom.count()).toBe(0)
  })

  test('of a release that was broken from the start shows no more than that', async () => {
    const { address, save } = await previewOf({ ...room, [file]: 'no front matter' })
    const page = await browser.page()
    await page.goto(`${address}?release=${file}`)
    await expect.poll(() => page.getByRole('alert').first().innerText()).toContain('This text cannot be rendered')
    save(file, release('Now it is one'))
    await expect.poll(() => headline(page)).toBe('Now it is one')
  })
})

test('that a release is gone is said until something else is shown', async () => {
  const { address, root } = await previewOf({ ...room, 'releases/2026-01-04-last.md': release('The last one') })
  const page = await browser.page()
  const gone = page.getByText('There is no releases/2026-01-04-last.md now')
  await page.goto(address)
  await page.getByRole('link', { name: 'The last one' }).click()
  await expect.poll(() => headline(page)).toBe('The last one')
  rmSync(join(root, 'releases/2026-01-04-last.md'))
  await expect.poll(() => gone.count()).toBe(1)
  await page.getByRole('link', { name: 'All releases' }).click()
  await page.getByRole('link', { name: 'Another release' }).click()
  await expect.poll(() => headline(page)).toBe('Another release')
  expect(await gone.count()).toBe(0)
})

test('a release whose file is renamed stays on the screen', async () => {
  const { address, root } = await previewOf({ ...room, 'releases/2026-01-04-last.md': release('The last one') })
  const page = await browser.page()
  await page.goto(`${address}?release=releases/2026-01-04-last.md&view=email`)
  await expect.poll(() => headline(page)).toBe('The last one')
  for (const name of ['releases/2026-01-05-latest.md', 'releases/2026-01-05-latest.en.md']) {
    renameSync(join(root, new URL(page.url()).searchParams.get('release') ?? ''), join(root, name))
    await expect.poll(() => new URL(page.url()).search).toBe(`?release=${name}&view=email`)
    await expect.poll(() => page.getByText(name).count()).toBe(1)
    expect(await headline(page)).toBe('The last one')
    expect(await page.getByText('not there any more').count()).toBe(0)
  }
})

describe('tabs', () => {
  test('eight of them follow, each what it shows; and go on when the first is closed', async () => {
    const { address, save } = await previewOf(room)
    const pages = await browser.pages(8)
    const [first] = pages
    for (const [i, page] of pages.entries())
      await page.goto(`${address}?release=${i % 2 === 0 ? file : other}`, { timeout: 10_000 })
    for (const [i, page] of pages.entries())
      await expect.poll(() => headline(page)).toBe(i % 2 === 0 ? 'First words' : 'Another release')
    save(file, release('Second words'))
    for (const [i, page] of pages.entries())
      await expect.poll(() => headline(page)).toBe(i % 2 === 0 ? 'Second words' : 'Another release')
    await first?.close()
    await new Promise((resolve) => setTimeout(resolve, 300))
    save(other, release('Another one yet'))
    for (const [i, page] of pages.entries())
      if (i > 0)
        await expect
          .poll(() => headline(page), { timeout: 5000 })
          .toBe(i % 2 === 0 ? 'Second words' : 'Another one yet')
  })

  test('show what they are told to, each by itself', async () => {
    const { address } = await previewOf(room)
    const [one, two] = (await browser.pages(2)) as [Page, Page]
    await one.goto(`${address}?release=${file}`)
    await two.goto(`${address}?release=${file}`)
    await two.getByRole('tab', { name: 'Plain text' }).click()
    await expect.poll(() => two.locator('iframe').count()).toBe(0)
    await expect.poll(() => headline(one)).toBe('First words')
    expect(await one.getByRole('tab', { name: 'Web page' }).getAttribute('aria-selected')).toBe('true')
  })
})
