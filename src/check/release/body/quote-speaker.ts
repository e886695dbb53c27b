import { matchesIn } from '../../../source/matches.ts'
import { quotePairsIn } from '../quote-pairs.ts'
import { wordsIn } from '../prose.ts'
import { defineTextRule } from '../rule.ts'

/** A verb of saying, or a dash with a name behind the words. */
const saying: Readonly<Record<string, RegExp>> = {
  en: /\b(?:sa(?:id|ys)|added|adds|told|explain(?:ed|s)|wrote|writes|according to|commented|noted|concluded|asked|recalled|stated|declared)\b/i,
  fr: /(?<!\p{L})(?:dit|selon|(?:déclar|ajout|expliqu|soulign|racont|précis|affirm|témoign|assur|estim|rappell?)(?:e|é)|écrit|conclu[te]?)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:dij[oe]|dice|han? dicho|según|añad(?:e|ió)|(?:explic|declar|señal|afirm|asegur|destac|apunt|subray)(?:a|ó)|han? (?:explic|declar|señal|afirm|asegur|destac|apunt)ado|cuenta|contó|escrib(?:e|ió)|concluy(?:e|ó))(?!\p{L})/iu,
  ar: /(?<!\p{L})[وف]?(?:قال(?:ت)?|يقول|تقول|أضاف(?:ت)?|أوضح(?:ت)?|صر[ّ]?ح(?:ت)?|أكد(?:ت)?|ذكر(?:ت)?|كتب(?:ت)?|بحسب|وفق)(?!\p{L})/u,
}

export const quoteSpeaker = defineTextRule({
  code: 'quote-speaker',
  severity: 'info',
  summary: 'Say who speaks, in the paragraph of the quotation or just before it',
  why: 'A quotation without a name cannot be used, and the journalist has to call and ask whose it is. A quotation that is set apart has its speaker behind `::: quote`.',
  rate: '0.2–0.8; only paragraphs that are a quotation and nothing else, with none that leads to them',
  languages: Object.keys(saying),
  kinds: ['press-release', 'joint'],
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\n“It runs,” said Ana Virta in Turku today.\n\n“And it runs as well as anybody had hoped it would.”\n',
      '---\nheadline: Acme opens a plant\n---\n\nAna Virta was in Turku on the day:\n\n“It runs as well as anybody had hoped it would.”\n\n::: quote Ana Virta, director\nIt runs as well as anybody had hoped.\n:::\n',
      '---\nheadline: Acme opens a plant\n---\n\nThe plant is open.\n\n“It runs as well as anybody had hoped.”\n— Ana Virta\n\nIts slogan is short.\n\n“Pumps for all.”\n',
      '---\nheadline: Acme opens a plant\n---\n\nThe plant is open.\n\n> “It runs as well as anybody had hoped it would.”\n> — Ana Virta\n\nSo Ana Virta said:\n\n> “It runs as well as anybody had hoped it would.”\n',
      '---\nheadline: Acme opens a plant\n---\n\nThe director said,\n\n“It runs as well as anybody had hoped it would.”\n\nThe plant is open.\n\n“It runs as well as anybody had hoped it would.”\n\nAna Virta, director, Acme\n',
      ...[
        '« Cette usine change tout pour la ville, déclare Mme Jeanne Morel, directrice de l’usine, et pour la région. »',
        '« Cette usine, souligne Jeanne Morel, change tout pour la ville et pour toute la région. »',
        'Jeanne Morel l’assure : elle tourne. « Oui », précise-t-elle.\n\n« Elle tourne aussi bien que nous l’avions espéré. »',
      ].map((quote) => `---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nL’usine est ouverte.\n\n${quote}\n`),
      ...[
        '«La planta funciona muy bien —asegura Ana Ruiz, directora—, y da trabajo a muchos vecinos de la comarca».',
        'Ana Ruiz ha dicho que «funciona».\n\n«La planta da trabajo a muchos vecinos de la comarca».',
        '«La planta, destacó Ana Ruiz, da trabajo a muchos vecinos de la comarca».',
      ].map(
        (quote) => `---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nLa planta está abierta.\n\n${quote}\n`,
      ),
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nThe plant is open.\n\n“It runs as well as anybody had hoped it would.”\n\nIt is in Turku.\n':
        '7:1 Quotation without a speaker',
      '---\nheadline: Acme opens a plant\n---\n\nThe plant is open.\n\n> “It runs as well as anybody\n> had hoped it would.”\n\nIt is in Turku.\n':
        '7:3 Quotation without a speaker',
      '---\nheadline: Acme opens a plant\n---\n\n::: quote\nIt runs as well as anybody had hoped.\n:::\n':
        '5:1 Quotation without a speaker',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nL’usine est ouverte.\n\n« Elle tourne aussi bien que nous l’avions espéré. »\n':
        '8:1 Quotation without a speaker',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nLa planta está abierta.\n\n«Funciona tan bien como habíamos esperado todos.»\n':
        '8:1 Quotation without a speaker',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nالمصنع مفتوح.\n\n«إنه يعمل كما كنا نأمل جميعًا منذ سنوات.»\n':
        '8:1 Quotation without a speaker',
    },
  },
  check({ source, prose, language }, report) {
    const hint = 'say who speaks, with name and role'
    for (const { 0: typed, index } of matchesIn(
      source.text.slice(prose.bodyStart),
      /^ {0,3}:{3,}[ \t]*quote[ \t]*$/gm,
    )) {
      const at = prose.bodyStart + index
      report({ message: 'Quotation without a speaker', hint, at: [at, at + typed.length], severity: 'warning' })
    }
    const verb = saying[language]
    const paragraphs = prose.passages.filter(
      ({ kind, start }) =>
        kind === 'text' || (kind === 'quotation' && /^ {0,3}>/.test(prose.text.slice(start, start + 4))),
    )
    const leads = (passage: string): boolean =>
      (verb?.test(passage) === true && /["“”«»‘’]/.test(passage)) || /[:：,،]\s*$/.test(passage)
    const goesOn = (start: number, end: number): boolean =>
      quotePairsIn(prose.text, start, end, language).some(({ close }) => close === undefined)
    for (const [i, { start, end }] of paragraphs.entries()) {
      const passage = prose.text.slice(start, end)
      // Lines of a block quotation begin with `>`.
      const words = passage.replace(/^[\s>]+/, '').trimEnd()
      if (!/^["“«]/.test(words) || !/["”»]\.?$/.test(words)) continue
      const from = start + passage.indexOf(words)
      const [only, ...more] = quotePairsIn(prose.text, start, end, language).filter(({ depth }) => depth === 0)
      if (!only || more.length > 0 || only.open !== from || (only.close ?? 0) < from + words.length - 2) continue
      const [before, after] = [paragraphs[i - 1], paragraphs[i + 1]]
      // « …, dit-elle. … » has its speaker inside the marks.
      if (
        wordsIn(words).length < 6 ||
        verb?.test(words) ||
        (before && (leads(prose.text.slice(before.start, before.end)) || goesOn(before.start, before.end)))
      )
        continue
      if (after && namesSpeaker(prose.text.slice(after.start, after.end))) continue
      report({ message: 'Quotation without a speaker', hint, at: [from, from + words.length] })
    }
  },
})

/** A line behind a quotation that says whose it is: `— Ana Virta`, or `Ana Virta, director, Acme`. */
const namesSpeaker = (passage: string): boolean =>
  /^\s*(?:[—–-]|said|so |dit|dijo|قال)/.test(passage) ||
  (passage.length < 200 && /^\s*\p{Lu}[^.!?]*, [^!?]*[^.!?\s]\s*$/u.test(passage) && wordsIn(passage).length <= 14)
