import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

/** Marks that a space belongs before, and the opening one that a space belongs behind, where there is none. */
const missing =
  /(?<=[\p{L}\p{N})\]”’*_%€$])[;!?](?![;!?\p{L}\p{N}])|(?<=[\p{L}\p{N})”’*_%€$]):(?=[\s*_]|$)|(?<=[\p{L}\p{N})\]”’*_%€$.,;!?…])»|«(?=[^\s\u00A0\u202F])/gu

export const frenchSpace = defineTextRule({
  code: 'french-space',
  severity: 'warning',
  summary: 'Put a space before ; : ! ? and inside guillemets',
  why: 'French typography (Imprimerie nationale) has a space there, at which no line breaks. A plain space is enough: it becomes one that does not break by itself. In Canada only the colon and the guillemets have one; texts in Swiss French are left alone.',
  rate: 'not measured: the French releases of the archives are Swiss, which have other spaces',
  languages: ['fr'],
  examples: {
    good: [
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle ouvre : « enfin\u00A0», à 10:30\u202F; et `a;b`, https://www.example.org/?a;b.\n\n**Quand\u00A0:** demain ?![^1]\n\n[^1]: Hier.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr-CA\n---\n\nElle ouvre!\n',
    ],
    bad: {
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle ouvre: «enfin», et après?\n\n**Quand:** demain.\n':
        '6:11 Missing space before ":"\n6:13 Missing space after "«"\n6:19 Missing space before "»"\n6:30 Missing space before "?"\n8:8 Missing space before ":"',
    },
  },
  check({ source, prose, tag }, report) {
    if (tag === 'fr-CH') return
    for (const { kind, field, start, end } of prose.passages) {
      // Credits are other people's words, in their language.
      if (kind === 'table' || field?.endsWith('credit') || field?.endsWith('rights')) continue
      for (const { 0: mark, index } of matchesIn(prose.text.slice(start, end), missing)) {
        const at = start + index
        const isOpening = mark === '«'
        if ((tag === 'fr-CA' && ';!?'.includes(mark)) || source.text.slice(at - 1, at) === '`') continue
        const gap = isOpening ? at + 1 : at
        report({
          message: `Missing space ${isOpening ? 'after' : 'before'} "${mark}"`,
          hint: 'put a no-break space there; `--fix` does it',
          at: [at, at + 1],
          fix: { start: gap, end: gap, text: '\u00A0' },
        })
      }
    }
  },
})
