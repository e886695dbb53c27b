import { definePlainTextRule } from './rule.ts'

export const textAddress = definePlainTextRule({
  code: 'text-address',
  severity: 'error',
  summary: 'Never break an address',
  why: 'Mail programs make a link of what stands on one line; the rest of a broken address is lost (RFC 3986, appendix C).',
  context: { addresses: ['https://example.org/releases/a-plant'] },
  examples: {
    good: ['Read it at https://example.org/releases/a-plant\n', 'Read it there.\n'],
    bad: {
      'Read it at https://example.org/\nreleases/a-plant\n':
        '1:12 Broken address, "https://example.org/releases/a-plant"',
      '> Read it at https://example.org/rele\n> ases/a-plant\n':
        '1:14 Broken address, "https://example.org/releases/a-plant"',
    },
  },
  check({ source: { text }, addresses }, report) {
    for (const address of addresses) {
      if (text.includes(address)) continue
      const pattern = [...address].map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('(?:\\n[ >]*)?')
      const found = new RegExp(pattern).exec(text)
      if (found)
        report({
          message: `Broken address, "${address}"`,
          hint: 'Let it stand on one line, however long',
          at: [found.index, found.index + found[0].length],
        })
    }
  },
})
