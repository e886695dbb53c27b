import { displayWidth } from '../../markdown/width.ts'
import { definePlainTextRule } from './rule.ts'

export const textWrap = definePlainTextRule({
  code: 'text-wrap',
  severity: 'warning',
  summary: 'Keep lines within the columns that the press room wants',
  why: 'Where `text.wrap` is set, somebody reads in so many columns; one longer line there breaks into a long and a short one.',
  context: { wrap: 20 },
  examples: {
    good: ['Acme opens a plant\nin Turku.\n', 'https://example.org/a-long-address/\n', '> Acme opens a plant\n'],
    bad: {
      'Acme opens a plant in Turku.\n': '1:1 Too long line, 28 columns, maximum 20',
      '> The plant opens on Thursday.\n': '1:1 Too long line, 30 columns, maximum 20',
      '東京の新しい工場が始まる。\n': '1:1 Too long line, 26 columns, maximum 20',
    },
  },
  check({ lines, wrap }, report) {
    if (wrap === undefined) return
    for (const { text, start } of lines) {
      if (text.length * 2 <= wrap || /https?:\/\/|\S@\S|^ {4}|^(?:=+|-+)(?: {2}-+)*$/.test(text)) continue
      const mark = /^(?:> |- |\d+\. |\[\d+\] | )*/.exec(text)?.[0].length ?? 0
      const width = displayWidth(text)
      if (width - mark > wrap && canBreak(text.slice(mark)))
        report({
          message: `Too long line, ${width} columns, maximum ${wrap}`,
          hint: 'Let the layout print it where lines are wrapped',
          at: [start, start + text.length],
        })
    }
  },
})

/** Whether a line may end within a text: at a space, or anywhere in a script that has none. */
const canBreak = (text: string): boolean => /\S\s\S|[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff]/.test(text)
