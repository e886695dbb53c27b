import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clients, type Client } from '../../src/clients/clients.ts'
import { useBrowser } from '../support/browser.ts'
import { look, withPictures } from '../support/email-in-client.ts'

/** What the examples of the kit come out as; that it is so, another test says. */
const goldens = join(import.meta.dirname, '../goldens')
const emails = readdirSync(goldens, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('email.html'))
const browser = useBrowser()

test('there are examples to look at', () => expect(emails.length).toBeGreaterThan(10))

test('an email that does not hold is told of', async () => {
  const page = await browser.page()
  await withPictures(page)
  const [apple] = clients
  const spoiled =
    '<p><a href="https://example.org/a">One</a><br><a href="https://example.org/b">Two</a> <a href="https://example.org/c"></a></p>' +
    '<div style="width:300px">Wide</div><img src="https://example.org/a.png" alt="The harbour" width="100" height="4">'
  const { faults } = await look(page, apple as Client, spoiled)
  expect(faults.filter((fault) => fault.startsWith('without pictures at 280 px'))).toEqual([
    'without pictures at 280 px: 28 px too wide',
    'without pictures at 280 px: link not visible: ',
    'without pictures at 280 px: links too close: One / Two',
    'without pictures at 280 px: words of a picture not visible: The harbour',
  ])
  expect(faults.filter((fault) => fault.startsWith('with pictures at 600 px'))).toEqual([
    'with pictures at 600 px: link not visible: ',
  ])
})

test.each(emails)('%s holds in every client, at every width, with and without pictures', async (path) => {
  const html = readFileSync(join(goldens, path), 'utf8')
  const page = await browser.page()
  await withPictures(page)
  const texts = new Set<string>()
  for (const client of clients) {
    const { faults, text } = await look(page, client, html)
    expect(faults, client.name).toEqual([])
    texts.add(text)
  }
  expect(texts.size).toBe(1)
})
