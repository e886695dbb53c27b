import { ancestorsOf, attribute, elementsOf, textOf, type Element } from '../../clients/markup.ts'
import { named, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

/** In px; Word lays mail out on pages of at most 22 inches. */
export const tallest = 2_000
/** What 16 px text with lines of 24 px comes to in a column of 552 px. */
export const lineHeight = 24
export const charactersALine = 70

export const tallBlock = defineEmailRule({
  code: 'tall-block',
  severity: 'warning',
  reads: 'whole',
  summary: 'Split a long body into several sections',
  why: 'Outlook for Windows lays mail out as pages: a table cell taller than one (about 2,000 px) is torn apart by a white gap or cut (known limit of the Word engine).',
  examples: {
    good: [`<table><tr><td>${'<p>Some words</p>'.repeat(30)}</td></tr></table>`.repeat(2)],
    bad: {
      [`<table><tr><td>${'<p>Some words</p>'.repeat(60)}</td></tr></table>`]:
        '1:12 Too tall block, about 2400 px, maximum 2000',
      [`<table><tr><td><img height="1990" alt=""><p>Some words</p></td></tr></table>`]:
        '1:12 Too tall block, about 2030 px, maximum 2000',
    },
  },
  check({ outlook }, report) {
    for (const cell of named(outlook, 'td')) {
      if (ancestorsOf(cell).some(({ tagName }) => tagName === 'td')) continue
      const height = heightOf(cell)
      if (height > tallest)
        report({
          message: `Too tall block, about ${height} px, maximum ${tallest}`,
          hint: 'End the section between two paragraphs and begin another',
          at: tagSpan(cell),
        })
    }
  },
})

const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'li', 'blockquote'])

export const isParagraph = (name: string): boolean => paragraphs.has(name)

/** About how tall a cell is: its lines of text, 16 px after each paragraph, and the images that say their height. */
function heightOf(cell: Element): number {
  const inside = elementsOf(cell)
  const blocks = inside.filter(
    (one) => isParagraph(one.tagName) && !elementsOf(one).some(({ tagName }) => isParagraph(tagName)),
  )
  const loose = Math.max(0, length(textOf(cell)) - blocks.reduce((sum, block) => sum + length(textOf(block)), 0))
  const lines = blocks.reduce((sum, block) => sum + Math.ceil(length(textOf(block)) / charactersALine), 0)
  const images = inside.filter(({ tagName }) => tagName === 'img')
  const pictures = images.reduce((sum, image) => sum + (Number(attribute(image, 'height')) || 0), 0)
  return Math.round((lines + loose / charactersALine) * lineHeight + blocks.length * 16 + pictures)
}

/** Characters on a line, wide ones twice. */
const length = (text: string): number => {
  const shown = text.replace(/\s+/g, ' ').trim()
  return shown.length + (shown.match(wide) ?? []).length
}

/** Characters that take the width of two. */
export const wide = /[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/g
