import { defineTextRule } from '../rule.ts'

const noBreak = '\u00A0'

/** Marks that a space belongs before, and the opening one that a space belongs behind; with a plain space or none. */
const before =
  /(?<=[\p{L}\p{N})\]»”’*_%€$])( ?)([;!?](?![;!?\p{L}\p{N}])|:(?=[\s*_]|$)|»)|(?<=[.,;!?…])( ?)(»)|«( ?)(?=[^\s\u00A0\u202F])/gu

export const frenchSpace = defineTextRule({
  code: 'french-space',
  severity: 'warning',
  summary: 'Put a no-break space before ; : ! ? and inside guillemets',
  why: 'French typography (Imprimerie nationale) puts a no-break space before these marks and inside guillemets, a narrow one before some of them; either is accepted. With a plain space a line may begin with the mark. In Canada only the colon and the guillemets have one; texts in Swiss French are left alone.',
  rate: 'not measured: archives have no French releases; plain spaces are only mentioned',
  languages: ['fr'],
  examples: {
    good: [
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle ouvre\u00A0: «\u00A0enfin\u00A0», à 10:30\u202F; et `a ; b`, https://www.example.org/?a;b.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr-CA\n---\n\nElle ouvre!\n',
    ],
    bad: {
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle ouvre: «enfin», et après?\n':
        '6:11 Missing space before ":"\n6:13 Missing space after "«"\n6:19 Missing space before "»"\n6:30 Missing space before "?"',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle ouvre : « enfin ».\n':
        '6:11 Plain space before ":"\n6:15 Plain space after "«"\n6:21 Plain space before "»"',
    },
  },
  check({ source, prose, tag }, report) {
    if (tag === 'fr-CH') return
    for (const { kind, start, end } of prose.passages) {
      if (kind === 'table') continue
      for (const found of prose.text.slice(start, end).matchAll(before)) {
        const [typed, plainBefore, mark, plainAfterStop, afterStop, plainInside] = found
        const sign = mark ?? afterStop ?? '«'
        if (tag === 'fr-CA' && ';!?'.includes(sign)) continue
        const plain = plainBefore ?? plainAfterStop ?? plainInside ?? ''
        const at = start + found.index + (sign === '«' ? 1 : 0)
        // What is blank in prose may be code or an address in the file.
        if (source.text.slice(start + found.index, start + found.index + typed.length) !== typed) continue
        if (plain === '' && /^[`\])>]/.test(source.text.slice(at - 1, at))) continue
        const side = sign === '«' ? 'after' : 'before'
        report({
          message: `${plain === '' ? 'Missing' : 'Plain'} space ${side} "${sign}"`,
          hint: 'put a no-break space there; `--fix` does it',
          severity: plain === '' ? 'warning' : 'info',
          at: plain === '' ? [sign === '«' ? at - 1 : at, sign === '«' ? at : at + 1] : [at, at + 1],
          fix: { start: at, end: at + plain.length, text: noBreak },
        })
      }
    }
  },
})
