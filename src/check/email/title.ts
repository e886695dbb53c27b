import { textOf } from '../../clients/markup.ts'
import { named, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const title = defineEmailRule({
  code: 'title',
  severity: 'error',
  reads: 'whole',
  summary: 'Let the title be the subject',
  why: 'Opened in a browser the title names the tab, and a screen reader speaks it first (WCAG 2.2, 2.4.2; Email Markup Consortium, accessibility report 2025).',
  subject: 'Acme opens a plant',
  examples: {
    good: ['<head><title>Acme opens a plant</title></head>'],
    bad: {
      '<head></head>': '1:1 Missing title',
      '<head><title> </title></head>': '1:7 Missing title',
      '<head><title>Newsletter</title></head>': '1:7 Title "Newsletter" is not the subject "Acme opens a plant"',
    },
  },
  check({ page, subject }, report) {
    const [head] = named(page, 'head')
    const element = named(page, 'title').find((one) => one.parentNode === head)
    const text = element ? textOf(element).replace(/\s+/g, ' ').trim() : ''
    const place = element ?? head
    if (!place) return
    if (text === '') report({ message: 'Missing title', hint: 'Put the subject into `<title>`', at: tagSpan(place) })
    else if (subject !== undefined && text !== subject.replace(/\s+/g, ' ').trim())
      report({
        message: `Title "${text}" is not the subject "${subject}"`,
        hint: 'Use the same words',
        at: tagSpan(place),
      })
  },
})
