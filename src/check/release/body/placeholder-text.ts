import { matchesIn } from '../../../source/matches.ts'
import { toAdd } from '../../../source/to-add.ts'
import { beginsWord } from '../prose.ts'
import { defineTextRule, isSpoken, tagsIn, type CheckedText } from '../rule.ts'

/** Words that stand where something is still to come; in capitals, since `todo` is Spanish and `tbc` may be anything. */
const words = [
  'TK(?:TK)*|TB[ADC]|\\(tk\\)|TODO|FIXME|[Ll]orem [Ii]psum|\\?{3,}',
  'À COMPLÉTER|A COMPLETER|À CONFIRMER|À PRÉCISER|À DÉFINIR',
  '(?:[Aa]dresse|[Ll]ieu|[Dd]ate|[Hh]eure|[Nn]om|[Pp]rénom|[Cc]hiffre|[Mm]ontant|[Cc]itation|[Tt]itre) à (?:compléter|insérer)(?=[ \\u00A0]*(?:[.,;)\\]\\n]|$))',
  'POR CONFIRMAR|POR DEFINIR|POR COMPLETAR|PENDIENTE DE CONFIRMAR',
  '(?:يُستكمل|يستكمل|يُضاف|يضاف) لاحق[اًا]+',
]
/** What a person was meant to replace, in brackets, beside what a new release is begun with. */
const bracketed = [
  '(?:insert|insérer|insertar|compléter|à compléter|à confirmer|completar|por confirmar|أدخل)(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:your|name|title|date|time|city|town|place|company|organi[sz]ation|number|amount|link|url|quote|phone|email|headline|xx+)(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:votre|nom|prénom|titre|lieu|ville|entreprise|chiffre|montant|lien|citation|téléphone)(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:nombre|apellidos?|cargo|fecha|lugar|ciudad|empresa|cifra|importe|enlace|cita|teléfono)(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:bitte|einfügen|einsetzen|ergänzen|zu ergänzen|hinzufügen|zitat|datum|betrag|anzahl|zahl|überschrift|telefonnummer)(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:ال)?(?:اسم|صفة|تاريخ|مكان|مدينة|رقم|رابط|منصب|عنوان)(?!\\p{L})[^\\]\\n]{0,80}',
  '\\s*\\.{3}\\s*|…',
]
/** The same, but in a quotation they may be whom or what the speaker means: “[the plant’s] [director] knows it”. */
const bracketedAside = [
  '(?:job title|role|position|speaker|spokes(?:person|man|woman)|ceo|chair|mayor|minister|director|president|manager|contact|address|street|country|region|venue|location|building|station|product|event|partner|sponsor|client|customer|percentage|price|month|day|year|to be (?:confirmed|added|completed|announced)|to (?:follow|come))(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:porte-parole|maire|directeur|directrice|président|présidente|fonction|adresse|pays|région|prix|produit|mois|jour|année|heure|à venir|à suivre)(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:portavoz|alcalde|alcaldesa|director|directora|presidente|presidenta|dirección|país|región|precio|producto|mes|día|año|hora|por llegar)(?!\\p{L})[^\\]\\n]{0,80}',
  '(?:sprecher(?:in)?|bürgermeister(?:in)?|direktor(?:in)?|präsident(?:in)?|geschäftsführer(?:in)?|funktion|adresse|ort|stadt|straße|firma|unternehmen|preis|produkt|monat|tag|jahr|uhrzeit|folgt|wird (?:ergänzt|nachgereicht))(?!\\p{L})[^\\]\\n]{0,80}',
]
/** `XX tons`, `×× دولة`, `XX/XX/2026`, `$X.X million`, `X %`; Roman numerals are looked at below. */
const crosses =
  '×{2,}|X{2,}(?:[/.,:]X{2,})*|(?<=[$€£])X+(?:[.,]X+)*(?:m|bn|k)?|X(?:[.,]X+)?(?=[ \\u00A0\\u202F]?(?:%|percent|million|Prozent|Euro|Mi[ol]|Mrd))'
/** What is counted and has a capital all the same, and German months, which follow a point: before neither there is a numeral. */
const units = 'Euros?|Dollars?|Franken|Prozent|Mio|Millionen|Mrd|Milliarden|Uhr'
const germanMonths = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'
/** The same in small letters, where money or a date says what is meant: `£xx million`, `on xx June`; and `00/00/2026`. */
const smallCrosses = `(?<=[$€£])(?:xx+|x(?=[.,]x))(?:[.,]x+)*(?:m|bn|k)?|xx(?=[ \\u00A0\\u202F](?:million|milliard|billion|percent|per cent|(?:de )?(?:January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?!\\p{L})))|xx(?=[ \\u00A0\\u202F](?:${units})(?!\\p{L})|\\.[ \\u00A0\\u202F](?:${germanMonths}))|(?<![\\d./-])(?:00|xx)[/.](?:00|xx)[/.](?:\\d{4}|yyyy|xxxx)`
/** `*|FNAME|*`, `%%name%%`, `[[name]]`, `<<name>>`, `${name}`: what a mailing program should have filled in. */
const mergeTags = '\\*\\|[A-Z_:]+\\|\\*|%%[\\w.]+%%|\\[\\[[\\w ]+\\]\\]|<<[\\w ]+>>|\\$\\{[\\w.]+\\}'

const placeholder = new RegExp(
  `(?:${words.join('|')}|${crosses}|${smallCrosses})(?![\\p{L}\\p{N}_-])|${mergeTags}`,
  'gu',
)
/** A piece of each of them: a text without any is not looked through for the whole. */
const hint =
  /T[BK]|\(tk|xx|[$€£]x|00[/.]00|TODO|FIXME|orem [Ii]|\?{3}|[AÀ] (?:COM|CON|PR|D)|à (?:com|ins)|POR (?:CON|DEF|COM)|PENDIENTE|[سض][تا][كف]|×|X|\*\||%%|\[\[|<<|\$\{/
const inBrackets = new RegExp(`(?:${toAdd}|\\[(?:${[...bracketed, ...bracketedAside].join('|')})\\])(?![(\\]])`, 'giu')
const isAside = new RegExp(`^\\[(?:your|votre|\\s*\\.{3}\\s*|…|${bracketedAside.join('|')})\\]$`, 'iu')
/** `<insert quote here>`: no tag is named so, and has words behind its name but no `=`. */
const inAngles =
  /<(?:insert|add|your|enter|type|name|quote|date|city|place|company|insérer|ajouter|votre|nom|insertar|añadir|nombre)(?: [^<>=\n]{1,80})>/giu
/** A blank to fill in by hand; alone on a line it draws a rule. */
const blanks = /(?<!_)_{4,}(?!_|[ \t]*$)|(?<=\S[ \t]*)(?<!_)_{4,}/gm

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
      '---\nheadline: Acme opens a plant\n---\n\n“The [director] knows it,” she said. See `<insert name here>`.\n\n____\n\nMore.\n',
      '---\nheadline: TODO sobre la planta\nlanguage: es\n---\n\nEs del siglo XX, y de la XXX Feria.\n',
      '---\nheadline: Acme opens a plant\n---\n\nThe xx in June, version 3.00.00.2026, £0.00, Exxon millions and TK-12. XX Corps met.\n',
      '---\nheadline: Acme öffnet ein Werk\nlanguage: de\n---\n\nDer XX. Parteitag, Kapitel XX und die Olympiade XXX. Am Ort [der Quelle]: „Die [Stadt] kommt.“\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nIt costs £xx million (tk), on xx June or 00/00/2026, speaker TBA.\n':
        '5:11 Placeholder "xx"\n5:22 Placeholder "(tk)"\n5:31 Placeholder "xx"\n5:42 Placeholder "00/00/2026"\n5:62 Placeholder "TBA"',
      '---\nheadline: Acme opens TK\n---\n\nAsk [name of spokesperson] for XX tons, on XX/XX/2026, at $X.X million (???).\n':
        '2:22 Placeholder "TK"\n5:5 Placeholder "[name of spokesperson]"\n5:32 Placeholder "XX"\n5:44 Placeholder "XX/XX"\n5:60 Placeholder "X.X"\n5:73 Placeholder "???"',
      '---\nheadline: Acme opens a plant\n---\n\nDear *|FNAME|*, [Company] opens [[place]].\n\n[Quote from a customer - Sheila to call the people in Turku]\n':
        '5:6 Placeholder "*|FNAME|*"\n5:17 Placeholder "[Company]"\n5:33 Placeholder "[[place]]"\n7:1 Placeholder "[Quote from a customer - Sheila to call the people in Turku]"',
      '---\nheadline: Acme ouvre une usine\ndateline: "[ajouter la ville]"\n---\n\n« [ajouter ce que quelqu’un a dit] », [أضف الاسم]: À CONFIRMER, adresse à compléter, ×× personnes.\n':
        '3:12 Placeholder "[ajouter la ville]"\n6:3 Placeholder "[ajouter ce que quelqu’un a dit]"\n6:39 Placeholder "[أضف الاسم]"\n6:52 Placeholder "À CONFIRMER"\n6:65 Placeholder "adresse à compléter"\n6:86 Placeholder "××"',
      '---\nheadline: "Acme opens [STATION]"\n---\n\n“It runs,” said [Spokesperson], [job title]. It costs £XXm and [XX] pounds on ______ 4.\n\n“<insert quote here>”\n':
        '2:23 Placeholder "[STATION]"\n5:17 Placeholder "[Spokesperson]"\n5:33 Placeholder "[job title]"\n5:56 Placeholder "XXm"\n5:64 Placeholder "[XX]"\n5:79 Placeholder "______"\n7:2 Placeholder "<insert quote here>"',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nTODO\n': '6:1 Placeholder "TODO"',
      '---\nheadline: Acme öffnet ein Werk\nlanguage: de\n---\n\nDer Preis beträgt XX Euro. Es kostet X Mio. Euro. [Zitat folgt] [bitte ergänzen] Am XX. Dezember kommen rund XX Gäste, am xx. Mai mehr.\n':
        '6:19 Placeholder "XX"\n6:38 Placeholder "X"\n6:51 Placeholder "[Zitat folgt]"\n6:65 Placeholder "[bitte ergänzen]"\n6:85 Placeholder "XX"\n6:110 Placeholder "XX"\n6:123 Placeholder "xx"',
      '---\nheadline: Acme opens a plant\n---\n\nIt costs XX Euro. On XX December it opens.\n':
        '5:10 Placeholder "XX"\n5:22 Placeholder "XX"',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nHabla [nombre y cargo], fecha POR CONFIRMAR.\n':
        '6:7 Placeholder "[nombre y cargo]"\n6:31 Placeholder "POR CONFIRMAR"',
    },
  },
  check(text, report) {
    const { prose, language } = text
    for (const [index, typed] of placeholdersIn(text)) {
      if (typed === 'TODO' && wordsInTodo.has(language) && prose.text.charAt(index + 4) !== ':') continue
      if (/^X{2,3}$/.test(typed) && isNumeral(prose.text, index, typed.length, language)) continue
      if (isAside.test(typed) && isSpoken(text, index)) continue
      report({
        message: `Placeholder "${typed}"`,
        hint: 'write what belongs there',
        at: [index, index + typed.length],
      })
    }
  },
})

/** Languages in which `todo` is a word. */
const wordsInTodo: ReadonlySet<string> = new Set(['es', 'pt', 'gl', 'it'])

/** What stands in a text for something that is still to come, and where, in its order. */
function placeholdersIn(text: CheckedText): readonly (readonly [index: number, typed: string])[] {
  const { prose } = text
  const found = placeholdersInLine(prose.text)
  if (prose.text.includes('____'))
    for (const { 0: typed, index } of matchesIn(prose.text, blanks)) found.set(index, typed)
  for (const [typed, [start]] of tagsIn(text, inAngles)) found.set(start, typed)
  return [...found].sort(([a], [b]) => a - b)
}

/**
 * XX and XXX are the twentieth and the thirtieth behind a name or a century, and before a capital, a century or chromosomes. In German every
 * noun has a capital, and a sentence begins as often with a word that is none.
 */
function isNumeral(text: string, at: number, length: number, language: string): boolean {
  const [before, behind] = [text.slice(Math.max(0, at - 24), at), text.slice(at + length, at + length + 20)]
  if (isCounted.test(behind)) return false
  const isName = behindName.test(before) && !(language === 'de' && behindGermanWord.test(before))
  return isName || beforeThing.test(behind) || (language === 'de' ? /^\.\s+\p{Lu}/u : /^\s+\p{Lu}\p{Ll}/u).test(behind)
}

const isCounted = new RegExp(
  `^\\s+(?:${units}|January|February|March|May|June|July|October|December)(?!\\p{L})|^\\.?\\s+(?:${germanMonths})(?!\\p{L})`,
  'u',
)
const behindName = /(?:siglos?|siècles?|\p{Lu}[\p{L}’'-]+)\s$/u
const behindGermanWord =
  /(?<![\p{L}-])(?:A[mb]|I[mn]|Bis|Vo[mnr]|Zu[mr]?|D(?:er|ie|as|en|em)|Rund|Etwa|Circa|Ca|Über|Mehr|Fast|Nur|Alle|Insgesamt|Mit|Für|Bei|Nach|Seit)\s$/u
const beforeThing = /^(?:e|er|º|ª)?\s+(?:siècle|siglo|edici|édition|aniversario|congr|chromosome)/u

/** Words in brackets, and words and marks such as `TK` and `XX`, for what is still to come, by where they stand; in any line, such as a name. */
export function placeholdersInLine(text: string): Map<number, string> {
  const found = new Map<number, string>()
  if (text.includes('[')) for (const { 0: typed, index } of matchesIn(text, inBrackets)) found.set(index, typed)
  if (!hint.test(text)) return found
  for (const { 0: typed, index } of matchesIn(text, placeholder))
    if (!found.has(index - 1) && (beginsWord(text, index) || !/^\p{L}/u.test(typed))) found.set(index, typed)
  return found
}
