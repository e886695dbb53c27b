import { elementsOf, parseMarkup, textOf } from '../../clients/markup.ts'
import { defineMessageRule } from './rule.ts'
import { sample } from './sample.ts'

export const titleIsSubject = defineMessageRule({
  code: 'title-is-subject',
  severity: 'error',
  summary: 'Let the title of the HTML be the subject',
  why: 'Opened in a browser the title names the tab, and a screen reader speaks it first (WCAG 2.2, 2.4.2; Email Markup Consortium, accessibility report 2025).',
  examples: {
    good: [sample(), sample({ headers: { Subject: '=?utf-8?q?Acme_opens__a_plant_?=' } })],
    bad: {
      [sample({ headers: { Subject: 'A new plant' } })]:
        '3:1 Subject "A new plant" is not the title "Acme opens a plant"',
    },
  },
  check({ subject, html, header }, report) {
    const at = header('subject')?.at
    if (subject === undefined || html === undefined || !at) return
    const element = elementsOf(parseMarkup(html)).find(({ tagName }) => tagName === 'title')
    const title = element ? textOf(element).replace(/\s+/g, ' ').trim() : ''
    if (title !== subject.replace(/\s+/g, ' ').trim())
      report({ message: `Subject "${subject}" is not the title "${title}"`, hint: 'Use the same words', at })
  },
})
