import * as fc from 'fast-check'
import mjml2html from 'mjml'
import { describe, expect, test } from 'vitest'
import { clients, simulate } from '../../src/clients/clients.ts'
import { elementsOf, parseMarkup, textOf } from '../../src/clients/markup.ts'

const words = (html: string): string =>
  elementsOf(parseMarkup(html))
    .filter(({ tagName }) => tagName === 'body')
    .map(textOf)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

const render = (name: string, html: string): string => {
  const client = clients.find((one) => one.name === name)
  if (!client) throw new Error(`Unknown client "${name}"`)
  return simulate(client, html)
    .replace(/^<html[^>]*><head>.*<title>Mail<\/title>/s, '<html><head>')
    .replace(/ +(?=<\/body>)/, '')
}

test('clients have names, summaries and sources', () => {
  expect(clients.map(({ name }) => name)).toEqual([
    'apple',
    'gmail-web',
    'mobile-web',
    'outlook-word',
    'outlook-com',
    'yahoo',
    'gmx',
    'dark-full',
    'dark-partial',
  ])
  for (const { summary, source } of clients) expect(`${summary} ${source}`).toMatch(/\. .*\)$/s)
})

describe.each(clients)('$name', (client) => {
  test('keeps all text of an email in its order, and does the same again', async () => {
    const { html } = await mjml2html(
      '<mjml lang="en"><mj-body><mj-section><mj-column><mj-text><h1>One</h1><p>Two <a href="https://example.org">three</a></p></mj-text></mj-column><mj-column><mj-table><tr><th scope="col">Four</th></tr></mj-table><mj-button href="https://example.org">Five</mj-button></mj-column></mj-section></mj-body></mjml>',
      { validationLevel: 'soft', keepComments: true, ignoreIncludes: true },
    )
    const page = simulate(client, html)
    expect(words(page)).toBe('One Two three Four Five'.replace('One Two', 'OneTwo'))
    expect(simulate(client, html)).toBe(page)
  })

  test('bears any text, with images and without', () => {
    const scraps = fc.constantFrom(
      '<table>',
      '</td>',
      '<!--[if mso]>',
      '<style>',
      '@media a,b{',
      '}',
      '/*',
      '<p style="',
      '"',
      ';',
      'color:red',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(scraps, fc.string())), fc.boolean(), (parts, images) => {
        simulate(client, parts.join(''), { images })
      }),
    )
  })

  test('shows alt texts where images are blocked', () => {
    const html =
      '<table background="https://example.org/b.png"><tr><td style="background:url(https://example.org/c.png)"><img src="https://example.org/a.png" alt="Acme" width="100"></td></tr></table>'
    const page = simulate(client, html, { images: false })
    expect(page).not.toContain('example.org')
    expect(page).toContain('alt="Acme"')
  })
})

describe('what each client drops', () => {
  test.each([
    ['gmail-web', '<body bgcolor="red" lang="en"><p>a</p></body>', '<html><head></head><body><p>a</p></body></html>'],
    [
      'gmail-web',
      '<p style="position:absolute;color:red;margin:-1px">a</p>',
      '<html><head></head><body><p style="color:red">a</p></body></html>',
    ],
    ['gmail-web', '<p style="color:rgb(0 0 0);margin:0">a</p>', '<html><head></head><body><p>a</p></body></html>'],
    [
      'gmail-web',
      '<style>a{color:red}</style><p>a</p>',
      '<html><head><style>a{color:red}</style></head><body><p>a</p></body></html>',
    ],
    ['gmail-web', '<style>a{color:red</style><p>a</p>', '<html><head></head><body><p>a</p></body></html>'],
    [
      'gmail-web',
      '<style>@media (prefers-color-scheme:dark){a{color:red}}[x] a{color:red}b{margin:0}</style>',
      '<html><head><style>b{margin:0}</style></head><body></body></html>',
    ],
    [
      'gmail-web',
      '<body><style>a{color:red}</style><svg></svg><p hidden>a</p></body>',
      '<html><head></head><body><p>a</p></body></html>',
    ],
    [
      'mobile-web',
      '<style>a{color:red}</style><p style="color:red">a</p>',
      '<html><head></head><body><p style="color:red">a</p></body></html>',
    ],
    [
      'gmx',
      '<style>a{color:red}</style><p style="color:red">a</p>',
      '<html><head></head><body><p style="color:red">a</p></body></html>',
    ],
    [
      'outlook-com',
      '<style>.a.b,td.c #d{color:red}</style><p class="a b" id="d">a</p>',
      '<html><head><style>.x_a.b,td.x_c #x_d{color:red}</style></head><body><p class="x_a x_b" id="x_d">a</p></body></html>',
    ],
    [
      'outlook-com',
      '<style>[data-ogsc] .a{color:red}</style>',
      '<html><head><style>[data-ogsc] .x_a{color:red}</style></head><body></body></html>',
    ],
    [
      'yahoo',
      '<style>/* x */a{color:red}.b{margin:0}@media a,b{i{margin:0}}</style><p class="b" aria-label="x" style="height:1px">a</p>',
      '<html><head><style>.yiv1b{margin:0}</style></head><body><p class="yiv1b" style="min-height:1px">a</p></body></html>',
    ],
    [
      'yahoo',
      '<style>a{color:red}[style*="a;b"]{margin:0}b{margin:0}</style>',
      '<html><head><style>a{color:red}</style></head><body></body></html>',
    ],
    [
      'outlook-word',
      '<!--[if !mso]><!--><b>o</b><!--<![endif]--><!--[if mso]><i class="a b">w</i><![endif]-->',
      '<html><head></head><body><i class="a">w</i></body></html>',
    ],
    [
      'outlook-word',
      '<div style="max-width:600px;margin:0 auto;padding:1px;color:red">a</div>',
      '<html><head></head><body><div style="color:red">a</div></body></html>',
    ],
    [
      'outlook-word',
      '<style>@media print{a{color:red}}b{float:left;color:red}</style>',
      '<html><head><style>b{color:red}</style></head><body></body></html>',
    ],
    [
      'outlook-word',
      '<div style="mso-hide:all">a</div>',
      '<html><head></head><body><div style="display:none !important">a</div></body></html>',
    ],
  ])('%s %s', (name, html, expected) => expect(render(name, html)).toBe(expected))
})

describe('dark mode by force', () => {
  test('full exchanges text and grounds', () => {
    const page = render(
      'dark-full',
      '<td bgcolor="#ffffff" style="color:#000000;border:1px solid #ffffff">a</td><p style="color:#000000">a</p>',
    )
    expect(page).toContain('<style>html{background-color:#121212;color:#ffffff}')
    expect(page).toContain('<p style="color:#ffffff">')
  })

  test('partial marks what it has changed, and lets the email answer', () => {
    const page = render(
      'dark-partial',
      '<style>[data-ogsc] .a{color:#eeeeee}</style><p class="a" style="color:#000000;background:#1b4b8f">a</p>',
    )
    expect(page).toContain('[data-ogsc] .a{color:#eeeeee}')
    expect(page).toContain('<p class="a" data-ogsc="#000000" style="color:#ffffff;background:#1b4b8f">')
  })

  test('the email’s own dark mode is not asked', () =>
    expect(render('dark-full', '<style>@media (prefers-color-scheme:dark){a{color:red}}</style>')).not.toContain(
      'prefers',
    ))
})
