import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintEmail, rules } from '../../src/check/email/index.ts'
import { quickLint } from '../../src/check/email/quick.ts'

/** An email of the examples, in which the rules find nothing; each line below spoils it in one place. */
const whole = readFileSync(
  join(import.meta.dirname, '../goldens/trilingual/releases/seagrass-returns/email.html'),
  'utf8',
)

const headline = /<h1[^>]*>[\s\S]*?<\/h1>/
const image = 'https://example.org/a.png'
const below = (html: string): string => whole.replace(headline, (all) => all + html)
const inHead = (html: string): string => whole.replace('</head>', `${html}</head>`)
const styled = (css: string, html = ''): string =>
  inHead(`<style>${css}</style>`).replace(headline, (all) => all + html)
const mso = (html: string): string => `<!--[if mso]>${html}<![endif]-->`
const link = (attributes: string, words = 'The data of the survey'): string => below(`<a ${attributes}>${words}</a>`)
const picture = (attributes: string): string => below(`<img ${attributes}>`)
const without = (what: string | RegExp): string => whole.replaceAll(new RegExp(what, 'g'), '')

/** What is done to it, and everything that the rules say then, with E for an error, W for a warning. */
const spoiled: readonly (readonly [what: string, html: string, said: string])[] = [
  ['more than 102,400 bytes', whole.replace('</body>', `<!--${'a'.repeat(102_400)}--></body>`), 'E gmail-clipping'],
  ['more than 80 KB', whole.replace('</body>', `<!--${'a'.repeat(60_000)}--></body>`), 'W gmail-clipping'],
  ['a control character', below('<p>It\u0092s</p>'), 'E utf-8'],
  ['style sheets of more than 16 KB', styled('a{color:#111111}'.repeat(1_100)), 'E style-size'],
  ['a style sheet in the body', below('<style>a{color:#111111}</style>'), 'E style-in-body'],
  ['a width that does not give way', below('<div style="width:500px">x</div>'), 'E narrow-screen, E outlook-box'],
  ['what only a sheet hides', styled('.zz{display:none}', '<p class="zz">x</p>'), 'E survives-without-style'],
  ['words of a sheet', styled('.zz:before{content:"New"}'), 'E words-in-style'],
  ['an order of a sheet', styled('.zz{order:2}'), 'E words-in-style'],
  [
    'a link underlined by a sheet',
    styled(
      '.zz{text-decoration:underline!important}',
      `<a class="zz" href="${image}" style="text-decoration:none">The data of it</a>`,
    ),
    'E link-underline',
  ],
  ['an @-rule in another', styled('@media screen{@media print{a{color:#111111}}}'), 'E nested-at-rule'],
  ['CSS that ends too soon', styled('a{'), 'E css-syntax'],
  [
    'dark mode among other CSS',
    styled('a{color:#111111}@media (prefers-color-scheme:dark){a{color:#eeeeee}}'),
    'E dark-mode-block',
  ],
  ['rgb() with spaces', below('<p style="color:rgb(0 0 0)">x</p>'), 'E colour-syntax'],
  ['var()', below('<p style="color:var(--ink)">x</p>'), 'E unsupported-css'],
  ['a position', below('<p style="position:relative">x</p>'), 'E unsupported-css'],
  ['a negative margin', below('<p style="margin-top:-8px">x</p>'), 'E unsupported-css'],
  ['inline SVG', below('<svg></svg>'), 'E unsupported-markup'],
  ['srcset', picture(`src="${image}" srcset="${image} 2x" width="9" alt=""`), 'E unsupported-markup'],
  ['picture', below('<picture></picture>'), 'E unsupported-markup'],
  ['hidden', below('<p hidden>x</p>'), 'E unsupported-markup'],
  ['an image in the address', picture('src="data:image/png;base64,AA==" width="9" alt=""'), 'E data-uri'],

  ['padding on a span', below('<p><span style="padding:9px">x</span></p>'), 'E outlook-box'],
  ['width on a paragraph', below('<p style="width:90px">x</p>'), 'E outlook-box'],
  ['padding by a sheet', styled('.zz{padding:9px}', '<p class="zz">x</p>'), 'E outlook-box'],
  ['margin:auto', below('<p style="margin:0 auto">x</p>'), 'E outlook-centring'],
  ['max-width off a table', below('<p style="max-width:90px">x</p>'), 'E outlook-centring'],
  ['a background image', below(`<p style="background-image:url(${image})">x</p>`), 'E outlook-unsupported'],
  ['float', below('<p style="float:left">x</p>'), 'E outlook-unsupported'],
  ['rem', below('<p style="font-size:2rem">x</p>'), 'E outlook-unsupported'],
  ['WebP', picture('src="https://example.org/a.webp" width="9" alt=""'), 'E image-format'],
  ['an image without a width', picture(`src="${image}" alt=""`), 'E image-width'],
  ['no PixelsPerInch', without('<o:PixelsPerInch>96</o:PixelsPerInch>'), 'E pixels-per-inch'],
  ['a line height that Word stretches', below('<u style="line-height:20px">x</u>'), 'W line-height-rule'],
  ['a border of 9 px', below('<p style="border:9px solid #111111">x</p>'), 'W thick-border'],
  [
    'a second class that Word needs',
    inHead(mso('<style>.zz{color:#111111}</style>')).replace(headline, (all) => `${all}<p class="a zz">x</p>`),
    'W second-class',
  ],
  ['a very tall cell', below('<p>Some words</p>'.repeat(80)), 'W tall-block'],
  ['VML', below(mso('<v:rect alt=""></v:rect>')), 'W vml'],
  ['VML without alt', below(mso('<v:rect></v:rect>')), 'E vml'],
  ['a link in VML', below(mso('<v:rect alt="" href="https://example.org/"></v:rect>')), 'E vml'],
  ['a comment that is not closed', below('<!--[if mso]><p>x</p>'), 'E conditional-comments'],
  ['chained classes', styled('.a.b{color:#111111}'), 'E chained-classes'],
  ['a comma in @media', styled('@media screen,print{a{color:#111111}}'), 'E media-comma'],
  ['a comment in CSS', styled('a{color:/* ink */#111111}'), 'E css-comment'],
  ['a semicolon in a selector', styled('[a="b;"]{color:#111111}'), 'E selector-semicolon'],
  ['a height of text', below('<h2 style="height:40px">x</h2>'), 'W yahoo-height'],

  ['no meta color-scheme', without('<meta name="color-scheme"[^>]*>'), 'W dark-mode'],
  ['no meta supported-color-schemes', without('<meta name="supported-color-schemes"[^>]*>'), 'W dark-mode'],
  ['no :root{color-scheme}', without(':root\\s*{[^}]*}'), 'W dark-mode'],
  ['grey on white', below('<p style="color:#999999">x</p>'), 'E contrast'],
  [
    'dark on dark',
    styled('@media (prefers-color-scheme:dark){.zz{color:#222222!important}}', '<p><b class="zz">x</b></p>'),
    'E contrast',
  ],
  [
    'dark on dark in Outlook.com',
    styled('[data-ogsc] .zz{color:#222222!important}', '<p><b class="zz">x</b></p>'),
    'E contrast',
  ],
  [
    'a ground that cannot be inverted',
    below(
      '<table role="presentation"><tr><td style="background:#b00020"><b style="color:#ffcc00">x</b></td></tr></table>',
    ),
    'W forced-dark',
  ],

  ['a preheader that Word shows', whole.replace('mso-hide:all', ''), 'W preheader'],
  ['a preheader in white', whole.replace('mso-hide:all', 'mso-hide:all;color:#ffffff'), 'W preheader'],
  ['a preheader without padding', without('\u2007?\u034f|(?:&#8199;)?&#847;'), 'W preheader'],
  [
    'a table of 700 px',
    below('<table role="presentation" width="700" style="width:100%"><tr><td>x</td></tr></table>'),
    'W layout-width',
  ],
  ['text of 10 px', below('<p style="font-size:10px">x</p>'), 'W text-size'],
  ['a placeholder for a link', link('href="#"'), 'E link-address'],
  ['an address without its beginning', link('href="/data"'), 'E link-address'],
  [
    'a bold link without a line',
    link(`href="${image}" style="text-decoration:none;font-weight:bold"`),
    'W link-underline',
  ],
  ['a link by colour alone', link(`href="${image}" style="text-decoration:none"`), 'E link-underline'],
  ['a phone number without a link', below('<p>Call +31 70 555 0100</p>'), 'W unlinked-contact'],
  ['an attribute that ends too soon', picture(`src="${image}" width="9" alt="a "b" c"`), 'E attribute-quotes'],

  ['no lang on html', whole.replace(/(<html[^>]*?) lang="[^"]*"/, '$1'), 'E html-language'],
  ['no dir on html', whole.replace(/(<html[^>]*?) dir="[^"]*"/, '$1'), 'E html-language'],
  ['an element beside the wrapper', whole.replace('</body>', '<p>x</p></body>'), 'E body-language'],
  ['a cell from right to left', below('<p style="direction:rtl">x</p>'), 'E cell-direction'],
  ['no title', whole.replace(/<title>[^<]*</, '<title><'), 'E title'],
  ['no role article', whole.replace('role="article"', ''), 'W article'],
  ['another label', whole.replace(/aria-label="[^"]*"/, 'aria-label="Newsletter"'), 'W article'],
  ['two h1', below('<h1>x</h1>'), 'W single-h1'],
  ['a layout table without its role', below('<table><tr><td>x</td></tr></table>'), 'E layout-table'],
  ['a header without scope', below('<table><tr><th>x</th></tr></table>'), 'W data-table'],
  ['an image without alt', picture(`src="${image}" width="9"`), 'E image-alt'],
  ['a link without words', link(`href="${image}"`, ''), 'E nameless-link'],
  ['a link that says "here"', link(`href="${image}"`, 'here'), 'W descriptive-link'],
  ['no zooming', inHead('<meta name="viewport" content="user-scalable=no">'), 'E zoom'],
  ['a role that does not exist', below('<p role="mail">x</p>'), 'E aria'],
  ['an id twice', below('<p id="zz">x</p><p id="zz">x</p>'), 'W duplicate-id'],
]

const short = (found: readonly { readonly severity: string; readonly code: string }[]): string =>
  [...new Set(found.map(({ severity, code }) => `${severity.charAt(0).toUpperCase()} ${code}`))].join(', ')

test('no rule is left out', () => {
  const codes = new Set(spoiled.flatMap(([, , said]) => said.split(', ').map((one) => one.slice(2))))
  expect([...codes].sort()).toEqual(rules.map(({ code }) => code).sort())
})

test('nothing is said of the email as it is', () => expect(lintEmail('email.html', Buffer.from(whole))).toEqual([]))

test.each(spoiled)('%s', (_, html, said) => {
  expect(html).not.toBe(whole)
  expect(short(lintEmail('email.html', Buffer.from(html)))).toBe(said)
})

test('the quick way says the same, with all of them in one press room', () => {
  const lint = quickLint()
  lint('email.html', whole)
  for (const [what, html, said] of spoiled) expect(short(lint('email.html', html)), what).toBe(said)
})
