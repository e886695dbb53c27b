import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

/** Only what is wrong in every sentence. */
const wrong: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}'’])it['’]s(?= own\b)/iuy, 'its'],
  [/(?<![\p{L}'’])its['’](?=\s)/iuy, 'its'],
  [
    /(?<=\b(?:of|in|on|from|into|by|with|at|under|(?:announc|launch|open|publish|celebrat|doubl|tripl|expand|unveil|present|releas|extend|complet|end)(?:es|e|s|ed|d|ing)?) )it['’]s(?= (?:new|newest|first|second|third|annual|latest|largest|biggest|next|entire|spring|summer|autumn|winter|fall|kind|history|customers?|members|staff|employees|website|headquarters)(?![\p{L}-]))/iuy,
    'its',
  ],
  [/(?<![\p{L}'’])its(?= (?:a|an|the|been|because|going to|important to|clear that|no longer)(?![\p{L}-]))/iuy, 'it’s'],
  [/(?<![\p{L}'’])who['’]s(?= (?:own|names?|families|work|members)\b)/iuy, 'whose'],
  [/(?<![\p{L}'’])(?:their|there)(?= (?:is|are|was|were) (?:a|an|no|many|several|some)\b)/iuy, 'there'],
  [/(?<![\p{L}'’])your(?= (?:welcome to|invited)\b)/iuy, 'you’re'],
]

/** What each of them begins with. */
const sign = /it['’]?s|who['’]s|the(?:ir|re)|your/gi

export const itsApostrophe = defineTextRule({
  code: 'its-apostrophe',
  severity: 'warning',
  summary: 'Write its for what belongs to it, and it’s for it is',
  why: 'Its and it’s are among the ten errors that wire editors catch most. Only forms that are wrong in every sentence are looked for.',
  rate: '0; what is looked for is wrong wherever it stands',
  languages: ['en'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nIts plant is its own, and it’s a good one. It’s 25 years old. It announced it’s leaving, and that in it’s a flaw. Its A-level course. There are many. Who’s there?\n',
    ],
    bad: {
      '---\nheadline: Acme opens it’s own plant\n---\n\nIts been a year. The plant and its’ pumps run; their are many.\n\nAcme has announced it’s autumn sale and doubles it’s customer base.\n':
        '2:22 "it’s" for "its"\n5:1 "Its" for "it’s"\n5:32 "its’" for "its"\n5:48 "their" for "there"\n7:20 "it’s" for "its"\n7:49 "it’s" for "its"',
    },
  },
  check({ prose }, report) {
    for (const { index } of matchesIn(prose.text, sign))
      for (const [pattern, right] of wrong) {
        pattern.lastIndex = index
        const typed = pattern.exec(prose.text)?.[0]
        if (typed === undefined || typed.toLowerCase() === right) continue
        const at = [index, index + typed.length] as const
        report({ message: `"${typed}" for "${right}"`, hint: `write "${right}"`, at })
      }
  },
})
