import { contrastRatio } from '../../press-room/contrast.ts'
import { tagSpan } from './email.ts'
import { outlookDark } from './outlook-dark.ts'
import { paints, type Paint } from './paint.ts'
import { defineEmailRule } from './rule.ts'

/** WCAG 2.2, 1.4.3 at level AA; headlines are held to it too. */
export const minimumContrast = 4.5

const dark = (css: string): string => `<style>@media (prefers-color-scheme:dark){${css}}</style>`

export const contrast = defineEmailRule({
  code: 'contrast',
  severity: 'error',
  summary: 'Let all text stand out from its ground, in light and in dark mode',
  why: 'Text under 4.5:1 cannot be read with weak sight or in the sun (WCAG 2.2, 1.4.3, level AA); most commercial emails fail it somewhere (Email Markup Consortium, accessibility report 2025). Computed from the styles of the email itself.',
  examples: {
    good: [
      '<p style="color:#565d66">Text</p>',
      '<table><tr><td bgcolor="#1b4b8f"><p style="color:#ffffff">Text</p></td></tr></table>',
      `${dark('.ink{color:#eeeeee!important}.card{background:#222222!important}')}<p class="card ink" style="color:#111111;background:#ffffff">Text</p>`,
      '<div style="display:none;color:#ffffff">Preheader</div>',
      '<table><tr><td style="color:#cccccc;background-color:#dddddd"><img src="https://example.org/a.png" alt=""></td></tr></table>',
    ],
    bad: {
      '<p style="color:#888888">Text</p>': '1:1 Too low contrast, #888888 on #ffffff, 3.5:1, minimum 4.5:1',
      '<div style="background:#1b4b8f"><p style="margin:0">Text <b>again</b></p></div>':
        '1:33 Too low contrast, #000000 on #1b4b8f, 2.4:1, minimum 4.5:1',
      '<p style="color:rgba(0,0,0,0.4)">Text</p>': '1:1 Too low contrast, #999999 on #ffffff, 2.8:1, minimum 4.5:1',
      [`${dark('.card{background:#222222!important}')}<p class="card" style="color:#333333;background:#ffffff">Text</p>`]:
        '1:87 Too low contrast in dark mode, #333333 on #222222, 1.2:1, minimum 4.5:1',
      [`${dark('.ink{color:#eeeeee!important}')}<body style="background:#ffffff"><p class="ink" style="color:#111111">Text</p></body>`]:
        '1:114 Too low contrast in dark mode, #eeeeee on #ffffff, 1.1:1, minimum 4.5:1',
      '<style>p{color:#111111}</style><p style="background:#111111"><span style="color:#eeeeee">Text</span></p><p style="color:#dddddd" class="ink">Text</p><style>.ink{color:#111111!important}</style>':
        '1:105 Too low contrast without the style sheet, #dddddd on #ffffff, 1.3:1, minimum 4.5:1',
      '<style>[data-ogsc] .ink{color:#555555!important}</style><p class="ink" style="color:#111111">Text</p>':
        '1:57 Too low contrast in the dark of Outlook.com, #555555 on #333333, 1.6:1, minimum 4.5:1',
    },
  },
  check(email, report) {
    const { page } = email
    const bare = { ...page, sheets: [] }
    const authored = page.sheets.some(({ css }) => /prefers-color-scheme\s*:\s*dark/i.test(css))
    const readings: readonly (readonly [string, readonly Pick<Paint, 'element' | 'ink' | 'ground'>[]])[] = [
      ['', paints(email, page, 'light')],
      [' without the style sheet', page.sheets.length > 0 ? paints(email, bare, 'light') : []],
      [' in dark mode', authored ? paints(email, page, 'dark') : []],
      [' in the dark of Outlook.com', outlookDark(email).filter(({ isAuthored }) => isAuthored)],
    ]
    const said = new Set<string>()
    for (const [where, list] of readings)
      for (const { element, ink, ground } of list) {
        const ratio = contrastRatio(ink, ground)
        const pair = `${ink} on ${ground}`
        if (ratio >= minimumContrast || said.has(pair)) continue
        said.add(pair)
        report({
          message: `Too low contrast${where}, ${pair}, ${printRatio(ratio)}, minimum ${minimumContrast}:1`,
          hint: 'Darken the one or lighten the other',
          at: tagSpan(element),
        })
      }
  },
})

/** Rounded down, so that what is too low never reads as the minimum. */
export const printRatio = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`
