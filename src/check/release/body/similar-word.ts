import { matchesIn } from '../../../source/matches.ts'
import { defineTextRule } from '../rule.ts'

/** Words that are words, and that no spelling checker finds; only where they can be nothing else. */
const slips: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  en: [
    [
      'pubic(?= (?:affairs|relations|health|policy|sector|transport|opinion|interest|services?|schools?|hearing|meeting|library|funding|safety))',
      'public',
    ],
    ['(?:general|project|program|programme|office|media|communications|account|product) manger', 'manager'],
    ['untied (?:states|nations|kingdom)', 'united'],
    ['(?:could|should|would|might|must) of(?= (?:been|had|done|made|gone|known|seen|taken|the))', 'have'],
    [
      '(?:more|less|rather|other|fewer|better|longer|shorter|stronger|older|cheaper|larger|higher|lower|greater|smaller|faster) then(?= \\d| any| the| one| two| half| ever)',
      'than',
    ],
    [
      '(?:to|of|for|with) there(?= (?:own|homes?|doors?|houses?|families|children|jobs?|customers|members|staff|communities))',
      'their',
    ],
    ['(?:was|were|is|are|been) lead by', 'led by'],
    ['(?:an|the|no|significant|positive|negative) affect on', 'effect'],
    ['take(?:s|n)? affect|took affect', 'effect'],
    ['principle (?:investigator|researcher|scientist|engineer)s?', 'principal'],
    ['legal council', 'counsel'],
    ['formally known as', 'formerly'],
    ['(?:free|full) reign', 'rein'],
    ['sneak peak|peaked (?:the |our |their )?interest', 'peek, piqued'],
    ['per say', 'per se'],
    ['for all intensive purposes', 'intents and purposes'],
    ['statue of limitations', 'statute'],
    ['to asses the', 'assess'],
    ['on behave of', 'behalf'],
    ['tow the line', 'toe'],
    ['baited breath', 'bated'],
  ],
  fr: [
    [
      '(?<!tout )à (?:été|ont|pu|dû|fait|permis|annoncé|déclaré|coûté|duré|reçu|commencé|publié|signé)(?= (?!chaud))',
      'a',
    ],
    ['ont étés', 'été'],
    // Not “avec elle à”.
    ['(?:il|elle|on) à(?<!(?:avec|pour|sans|chez|par|sur|contre|entre|vers|selon|de|et) elle à)', 'a'],
    ['malgrés', 'malgré'],
    ['parmis', 'parmi'],
    ['quelque soit', 'quel que soit'],
    ['au temps pour', 'autant pour'],
    ['voir même', 'voire même'],
  ],
  es: [
    ['a (?:sido|habido|hecho|dicho|anunciado|permitido)', 'ha'],
    ['haber si', 'a ver si'],
    ['va ha', 'va a'],
    ['si no que', 'sino que'],
    ['en base ha', 'a'],
  ],
  ar: [
    ['لاكن', 'لكن'],
    ['هاذا', 'هذا'],
    ['هاذه', 'هذه'],
    ['ذالك', 'ذلك'],
    ['(?:إنشاء|انشاء) الله', 'إن شاء الله'],
    ['إنشاءالله', 'إن شاء الله'],
  ],
}

/** The words of English are plain letters: those that begin nowhere but at a boundary are found in a third of the time. */
const anyOf = (words: string, language: string): RegExp =>
  language === 'en'
    ? new RegExp(`\\b(?:${words})(?![a-z\u00c0-\u024f'’-])`, 'gi')
    : new RegExp(`(?:${words})(?![\\p{L}'’-])`, 'giu')

const patterns = new Map(
  Object.entries(slips).map(([language, list]) => [
    language,
    {
      any: anyOf(list.map(([typed]) => typed).join('|'), language),
      each: list.map(
        ([typed, right]) => [new RegExp(`^(?:${typed.replace(/\(\?[=!].*$/, '')})$`, 'iu'), right] as const,
      ),
    },
  ]),
)

export const similarWord = defineTextRule({
  code: 'similar-word',
  severity: 'warning',
  summary: 'Do not let a word stand for one that sounds or looks like it',
  why: 'No spelling checker finds a word that exists. Similar words are among the ten errors that wire editors catch most; only those are looked for that can be nothing else.',
  rate: '0; what is looked for is wrong wherever it stands',
  languages: Object.keys(slips),
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nThe public affairs manager is better than that, and then some; it could, of course, have an effect on the council. The effect is higher; then the rain came.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle a été ouverte à Turku, à l’été 2026. C’est tout à fait vrai. Acme travaille avec elle à l’extension.\n',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nHa sido abierta, a ver si funciona. De el Musel a él.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nAcme’s head of pubic affairs and its general manger could of been in the Untied States.\n\nIt was brought to there door.\n':
        '5:16 Slip, "pubic"\n5:38 Slip, "general manger"\n5:53 Slip, "could of"\n5:74 Slip, "Untied States"\n7:16 Slip, "to there"',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle à été ouverte, et les pompes ont étés faites.\n':
        '6:1 Slip, "Elle à"\n6:35 Slip, "ont étés"',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nLa planta a sido abierta.\n': '6:11 Slip, "a sido"',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nهاذا مصنع جديد.\n': '6:1 Slip, "هاذا"',
    },
  },
  check({ prose, language }, report) {
    const known = patterns.get(language)
    if (!known) return
    for (const { 0: typed, index } of matchesIn(prose.text, known.any)) {
      if (/[\p{L}'’-]/u.test(prose.text.charAt(index - 1))) continue
      const right = known.each.find(([pattern]) => pattern.test(typed))?.[1] ?? ''
      report({
        message: `Slip, "${typed}"`,
        hint: `"${right}" is meant, most likely`,
        at: [index, index + typed.length],
      })
    }
  },
})
