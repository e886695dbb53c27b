import { expect, test } from 'vitest'
import { renderHtml, type HtmlParts } from '../../src/markdown/html.ts'
import { parseMarkdown } from '../../src/markdown/parse.ts'

test.each([
  ['| Harbour | Boats |\n|---|---|\n| Falmouth | 1,200 |', 'data narrow'],
  ['| Harbour | A long note |\n|---|---|\n| Falmouth | of words, none of which is long, however many |', 'data narrow'],
  ['| Harbour | Harbourmaster |\n|---|---|\n| Falmouth | Northumberlands |', 'data narrow'],
  ['| Harbours | Harbourmaster |\n|---|---|\n| Falmouths | Northumberlands |', 'data'],
])('a table is narrow where its words fit beside each other: %j', (markdown, name) => {
  const parts = { table: ({ table }: { table: string }) => table } as HtmlParts
  const { document } = parseMarkdown(markdown, { quotes: ['“', '”', '‘', '’'], rawHtml: false })
  expect(/<table class="([^"]*)"/.exec(renderHtml(document, parts))?.[1]).toBe(name)
})
