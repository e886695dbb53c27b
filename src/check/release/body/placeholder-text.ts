import { matchesIn } from '../../../source/matches.ts'
import { beginsWord } from '../prose.ts'
import { defineTextRule, isSpoken } from '../rule.ts'

/** Words that stand where something is still to come; in capitals, since `todo` is Spanish and `tbc` may be anything. */
const words = [
  'TK(?:TK)*|TBD|TBC|TODO|FIXME|[Ll]orem [Ii]psum|\\?{3,}',
  'À COMPLÉTER|A COMPLETER|À CONFIRMER|À PRÉCISER|À DÉFINIR',
  '(?:[Aa]dresse|[Ll]ieu|[Dd]ate|[Hh]eure|[Nn]om|[Pp]rénom|[Cc]hiffre|[Mm]ontant|[Cc]itation|[Tt]itre) à (?:compléter|insérer)(?=[ \\u00A0]*(?:[.,;)\\]\\n]|$))',
  'POR CONFIRMAR|POR DEFINIR|POR COMPLETAR|PENDIENTE DE CONFIRMAR',
  '(?:يُستكمل|يستكمل|يُضاف|يضاف) لاحق[اًا]+',
]
/** What a person was meant to replace, in brackets; `[add …]` in each language is what a new release is begun with. */
const bracketed = [
  '(?:add|ajouter|añadir|أضف)(?!\\p{L})[^\\]\\n]{0,120}',
  '(?:insert|insérer|insertar|compléter|à compléter|à confirmer|completar|por confirmar|أدخل)(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:your|name|title|date|time|city|town|place|company|organi[sz]ation|number|amount|link|url|quote|phone|email|headline|xx+)(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:votre|nom|prénom|titre|lieu|ville|entreprise|chiffre|montant|lien|citation|téléphone)(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:nombre|apellidos?|cargo|fecha|lugar|ciudad|empresa|cifra|importe|enlace|cita|teléfono)(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:ال)?(?:اسم|صفة|تاريخ|مكان|مدينة|رقم|رابط|منصب|عنوان)(?!\\p{L})[^\\]\\n]{0,80}',
  '\\s*\\.{3}\\s*|…',
]
/** `XX tons`, `×× دولة`, `XX/XX/2026`, `$X.X million`, `X %`; Roman numerals are looked at below. */
const crosses =
  '×{2,}|X{2,}(?:[/.,:]X{2,})*|(?<=[$€£])X(?:[.,]X+)*|X(?:[.,]X+)?(?=[ \\u00A0\\u202F]?(?:%|percent|million))'
/** `*|FNAME|*`, `%%name%%`, `[[name]]`, `<<name>>`, `${name}`: what a mailing program should have filled in. */
const mergeTags = '\\*\\|[A-Z_:]+\\|\\*|%%[\\w.]+%%|\\[\\[[\\w ]+\\]\\]|<<[\\w ]+>>|\\$\\{[\\w.]+\\}'

const placeholder = new RegExp(`(?:${words.join('|')}|${crosses})(?![\\p{L}\\p{N}_-])|${mergeTags}`, 'gu')
/** A piece of each of them: a text without any is not looked through for the whole. */
const hint =
  /T[BK]|TODO|FIXME|orem [Ii]|\?{3}|[AÀ] (?:COM|CON|PR|D)|à (?:com|ins)|POR (?:CON|DEF|COM)|PENDIENTE|[سض][تا][كف]|×|X|\*\||%%|\[\[|<<|\$\{/
const inBrackets = new RegExp(`\\[(?:${bracketed.join('|')})\\](?![(\\]])`, 'giu')

export const placeholderText = defineTextRule({
  code: 'placeholder-text',
  severity: 'error',
  summary: 'Fill in what is still to come',
  why: 'A TK or [name] that goes out is the news of the day; wire editors list text left over among the errors they catch most.',
  rate: '0–0.5',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nThe [name of the plant](https://www.example.org/) is Todo Bien, in the 20th century.\n',
      '---\nheadline: Acme opens a plant\n---\n\nThe word `TK` is code. She said “it [the plant] runs […] and [your] plant too”. Two XX chromosomes, Super Bowl XX.\n',
      '---\nheadline: TODO sobre la planta\nlanguage: es\n---\n\nEs del siglo XX, y de la XXX Feria.\n',
    ],
    bad: {
      '---\nheadline: Acme opens TK\n---\n\nAsk [name of spokesperson] for XX tons, on XX/XX/2026, at $X.X million (???).\n':
        '2:22 Placeholder "TK"\n5:5 Placeholder "[name of spokesperson]"\n5:32 Placeholder "XX"\n5:44 Placeholder "XX/XX"\n5:60 Placeholder "X.X"\n5:73 Placeholder "???"',
      '---\nheadline: Acme opens a plant\n---\n\nDear *|FNAME|*, [Company] opens [[place]].\n\n[Quote from a customer - Sheila to call the people in Turku]\n':
        '5:6 Placeholder "*|FNAME|*"\n5:17 Placeholder "[Company]"\n5:33 Placeholder "[[place]]"\n7:1 Placeholder "[Quote from a customer - Sheila to call the people in Turku]"',
      '---\nheadline: Acme ouvre une usine\ndateline: "[ajouter la ville]"\n---\n\n« [ajouter ce que quelqu’un a dit] », [أضف الاسم]: À CONFIRMER, adresse à compléter, ×× personnes.\n':
        '3:12 Placeholder "[ajouter la ville]"\n6:3 Placeholder "[ajouter ce que quelqu’un a dit]"\n6:39 Placeholder "[أضف الاسم]"\n6:52 Placeholder "À CONFIRMER"\n6:65 Placeholder "adresse à compléter"\n6:86 Placeholder "××"',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nHabla [nombre y cargo], fecha POR CONFIRMAR.\n':
        '6:7 Placeholder "[nombre y cargo]"\n6:31 Placeholder "POR CONFIRMAR"',
    },
  },
  check(text, report) {
    const { prose, language } = text
    const found = new Map<number, string>()
    for (const { 0: typed, index } of hint.test(prose.text) ? matchesIn(prose.text, placeholder) : [])
      if (beginsWord(prose.text, index) || !/^\p{L}/u.test(typed)) found.set(index, typed)
    if (prose.text.includes('['))
      for (const { 0: typed, index } of matchesIn(prose.text, inBrackets)) found.set(index, typed)
    for (const [index, typed] of [...found].sort(([a], [b]) => a - b)) {
      if (typed === 'TODO' && language !== 'en' && prose.text.charAt(index + 4) !== ':') continue
      if (/^X{2,3}$/.test(typed) && isNumeral(prose.text, index, typed.length)) continue
      // “[your] plant” and “[…]”: a quotation made to fit.
      if (/^\[(?:your|votre|\s*\.{3}|…)/i.test(typed) && !/\s\S/.test(typed) && isSpoken(text, index)) continue
      report({
        message: `Placeholder "${typed}"`,
        hint: 'write what belongs there',
        at: [index, index + typed.length],
      })
    }
  },
})

/** XX and XXX are the twentieth and the thirtieth behind a name or a century, and before a capital, a century or chromosomes. */
const isNumeral = (text: string, at: number, length: number): boolean =>
  /(?:siglos?|siècles?|\p{Lu}[\p{L}’'-]+)\s$/u.test(text.slice(Math.max(0, at - 24), at)) ||
  /^(?:e|er|º|ª)?\s+(?:siècle|siglo|edici|édition|aniversario|congr|chromosome|(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}\p{Ll})/u.test(
    text.slice(at + length, at + length + 16),
  )
