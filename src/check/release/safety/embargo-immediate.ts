import { matchesIn } from '../../../source/matches.ts'
import { defineReleaseRule } from '../rule.ts'

/**
 * The lines that let a release out at once, in the languages that the kit has words for; people type them in any. At the beginning of
 * a line, since a sentence may call for the immediate release of somebody.
 */
const immediate =
  /(?<=^[ \t>#*_]*)(?:for immediate (?:release|distribution|publication)|pour (?:diffusion|publication) imm[ée]diate|[àa] diffuser imm[ée]diatement|para (?:su )?(?:publicaci[óo]n|difusi[óo]n|distribuci[óo]n) inmediata|للنشر الفوري)(?!\s+(?:of|to)\s)/gimu

export const embargoImmediate = defineReleaseRule({
  code: 'embargo-immediate',
  severity: 'error',
  summary: 'Write no "for immediate release" into a release under embargo',
  why: 'An editor who finds both takes the line that lets the story run. The release line at the top is made from `embargo`; one that is typed stays there whatever becomes of it.',
  rate: 'rare, all of them errors',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Helsinki\n---\n\nIt asks\nfor immediate release of the figures.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Helsinki\n---\n\nNot for immediate release.\n',
      '---\nheadline: Acme opens a plant\ndate: 2026-01-02\n---\n\nFOR IMMEDIATE RELEASE\n\nText.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Helsinki\n---\n\n**FOR IMMEDIATE RELEASE**\n\nText.\n':
        '7:3 Under embargo and for immediate release',
      '=== releases/2026-12-01-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Helsinki\n---\n\nText.\n=== releases/2026-12-01-x.fr.md\n---\nheadline: Acme ouvre une usine\n---\n\nPOUR DIFFUSION IMMÉDIATE\n\nTexte.\n':
        'releases/2026-12-01-x.fr.md:5:1 Under embargo and for immediate release',
      '---\nheadline: Acme abre una planta\nlanguage: es\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Madrid\n---\n\nPara publicación inmediata\n\nTexto.\n':
        '8:1 Under embargo and for immediate release',
      '---\nheadline: أكمي تفتح مصنعا\nlanguage: ar\ndate: 2026-12-01\nembargo: 2026-12-01 09:00 Europe/Madrid\n---\n\nللنشر الفوري\n':
        '8:1 Under embargo and for immediate release',
    },
  },
  check({ prose, timing, original, fields, yaml, source }, report) {
    if (!timing.embargo) return
    const from = fields.embargo === undefined && original ? original : { source, yaml }
    for (const { 0: typed, index } of matchesIn(prose.text, immediate))
      report({
        message: 'Under embargo and for immediate release',
        hint: 'take the line away, or `embargo`',
        at: [index, index + typed.length],
        related: [
          {
            message: 'the embargo',
            file: from.source.file,
            position: from.source.between(...from.yaml.valueAt(['embargo'])),
          },
        ],
      })
  },
})
