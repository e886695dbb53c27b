import { defineTextRule } from '../rule.ts'

/** Words that stand where something is still to come; `[add …]` in each language is what a new release is begun with. */
const placeholder =
  /(?<![\p{L}\p{N}_-])(?:TKTK|TK|TBD|TBC|TODO|FIXME|X{2,}|lorem ipsum)(?![\p{L}\p{N}_-])|\[(?:(?:add|ajouter|añadir|أضف)(?!\p{L})[^\]\n]{0,120}|(?:insert|your|name|title|date|city|place|company|organi[sz]ation|number|amount|link|quote|phone|email|headline|nom|lieu|ville|nombre|fecha|lugar|ciudad)\b[^\]\n]{0,40}|\s*\.\.\.\s*|…)\](?!\()/giu

export const placeholderText = defineTextRule({
  code: 'placeholder-text',
  severity: 'error',
  summary: 'Fill in what is still to come',
  why: 'A TK or [name] that goes out is the news of the day; wire editors list text left over among the errors they catch most.',
  rate: '0–0.5',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nThe [name of the plant](https://www.example.org/) is Todo Bien, in the 20th century.\n',
      '---\nheadline: Acme opens a plant\n---\n\nThe word `TK` is code. She said “it [the plant] runs”.\n',
    ],
    bad: {
      '---\nheadline: Acme opens TK\n---\n\nAsk [name of spokesperson] for XX tons.\n':
        '2:22 Placeholder "TK"\n5:5 Placeholder "[name of spokesperson]"\n5:32 Placeholder "XX"',
      '---\nheadline: Acme ouvre une usine\ndateline: "[ajouter la ville]"\n---\n\n« [ajouter ce que quelqu’un a dit] », [أضف الاسم].\n':
        '3:12 Placeholder "[ajouter la ville]"\n6:3 Placeholder "[ajouter ce que quelqu’un a dit]"\n6:39 Placeholder "[أضف الاسم]"',
    },
  },
  check({ prose }, report) {
    for (const { 0: found, index } of prose.text.matchAll(placeholder)) {
      if (/^x+$/i.test(found) && !/^X+$/.test(found)) continue
      if (/^t[a-z]+$/i.test(found) && found !== found.toUpperCase()) continue
      const at = [index, index + found.length] as const
      report({ message: `Placeholder "${found}"`, hint: 'write what belongs there', at })
    }
  },
})
