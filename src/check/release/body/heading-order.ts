import { defineTextRule } from '../rule.ts'

export const headingOrder = defineTextRule({
  code: 'heading-order',
  severity: 'warning',
  summary: 'Let headings follow each other level by level',
  why: 'Screen-reader users go from heading to heading (WCAG 2.2, 1.3.1). The headline is the first level, so the first heading of a text becomes the second, and a level that is left out is closed up: what was meant to stand below another heading may then stand beside it.',
  rate: '0',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n## The plant\n\nText.\n\n### Its pumps\n\nText.\n\n## The town\n\nText.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\n## The plant\n\nText.\n\n##### Its pumps\n\nText.\n':
        '9:7 Heading of level 5 below one of level 2',
      '---\nheadline: Acme opens a plant\n---\n\n### The plant\n\nText.\n\n## The town\n\nText.\n':
        '5:5 First heading of level 3, and later ones of level 2',
    },
  },
  check({ source, prose }, report) {
    const headings = prose.passages.flatMap(({ kind, start, end }) => {
      const signs = kind === 'heading' ? /^ {0,3}(#{1,6})\s+/.exec(source.text.slice(start, end)) : undefined
      return signs ? [{ level: signs[1]?.length ?? 0, at: [start + signs[0].length, end] as const }] : []
    })
    const [first, ...others] = headings
    if (!first) return
    const shallowest = Math.min(...others.map(({ level }) => level))
    if (first.level > shallowest) {
      const message = `First heading of level ${first.level}, and later ones of level ${shallowest}`
      report({ message, hint: `begin with ${'#'.repeat(shallowest)}`, at: first.at })
    }
    let above = first.level
    for (const { level, at } of others) {
      const message = `Heading of level ${level} below one of level ${above}`
      if (level > above + 1) report({ message, hint: `write it with ${'#'.repeat(above + 1)}`, at })
      above = level
    }
  },
})
