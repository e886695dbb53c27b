import { matchesIn } from '../../../source/matches.ts'
import type { Span } from '../../rule.ts'
import { bodyOf } from '../prose.ts'
import { defineTextRule, tagsIn } from '../rule.ts'

interface Leftover {
  readonly what: string
  /** A text without any of these is not searched for the pattern. */
  readonly signs: readonly string[]
  readonly pattern: RegExp
}

/** What word processors and editors put into a text that is copied or exported while somebody still works on it. */
const leftovers: readonly Leftover[] = [
  { what: 'Conflict of two versions', signs: ['<<<<<<<', '>>>>>>>'], pattern: /^(?:<{7}|>{7}) .*$/gm },
  { what: 'Change that was not accepted', signs: ['{'], pattern: /\{(?:\+\+|--|~~|==)[^{}]*(?:\+\+|--|~~|==)\}/g },
  {
    what: 'Change that was not accepted',
    signs: [']{.'],
    pattern: /\]\{\.(?:insertion|deletion|comment-start|comment-end)\b[^}]*\}/g,
  },
  {
    what: 'Change that was not accepted',
    signs: ['Deleted', 'Inserted', 'Supprimé', 'Inséré', 'Eliminado', 'Insertado'],
    pattern: /^(?:Deleted|Inserted|Supprimé|Inséré|Eliminado|Insertado) ?: (?=.{0,200}$)/gm,
  },
  {
    what: 'Formatting that was tracked',
    signs: ['Formatted', 'Mis en forme', 'Con formato'],
    pattern: /^(?:Formatted|Mis en forme|Con formato) ?: .{1,200}$/gm,
  },
  { what: 'Comment', signs: ['{>>'], pattern: /\{>>[^{}]*<<\}/g },
  {
    what: 'Comment',
    signs: ['Comment', 'Comentario'],
    pattern: /\[?(?:Comment(?:ed)?|Commentaire|Comentario) ?\[[A-Z]{1,4}\d{1,3}\]\]? ?:?/g,
  },
  {
    what: 'Field of Word that leads nowhere',
    signs: ['Error!', 'Erreur', 'خطأ!'],
    pattern:
      /(?:Error! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid)|Erreur ?! (?:Source du renvoi introuvable|Signet non défini|Référence de lien hypertexte non valide)|¡Error! (?:No se encuentra el origen de la referencia|Marcador no definido)|خطأ! لم يتم العثور على مصدر المرجع)[.]?/g,
  },
  {
    what: 'Field of Word',
    signs: ['{ ', '_Toc', '_Ref', '_Hlk'],
    pattern: /\{ (?:HYPERLINK|MERGEFIELD|PAGEREF|REF|INCLUDEPICTURE|TOC) [^{}]*\}|\b_(?:Toc|Ref|Hlk)\d{6,}\b/g,
  },
  {
    what: 'Field of a form letter',
    signs: ['«'],
    // In languages that quote with guillemets «EasyGov» is a name: only what nothing else is called.
    pattern:
      /«(?:[A-Z][A-Za-z]*_[A-Za-z_]+|(?:First|Last|Full|Company|Street)Name|(?:Nom|Prénom)(?:Famille|Complet)?|Civilité|Nombre|Apellidos?|Anrede|(?:Post|Zip)Code)»/g,
  },
  // In brackets, and only what nobody writes for readers: they too are asked to confirm, and told what waits for approval.
  {
    what: 'Remark to a colleague',
    signs: ['(', '['],
    pattern:
      /[([][^()[\]\n]{0,120}\b(?:(?:pls|plz) (?:check|confirm|advise|approve|verify)|please (?:double-)?check(?= with\b|[)\]])|legal (?:says|wants|has to (?:check|approve)))(?!\p{L})[^()[\]\n]{0,120}[)\]]/giu,
  },
  {
    what: 'Remark to a colleague',
    signs: ['(', '['],
    pattern:
      /[([](?:[^()[\]\n]{0,40}[ :])?(?:à (?:vérifier|relire)(?!\p{L})|à valider (?:par [\p{L} .-]{1,30} )?avant (?:envoi|diffusion|publication))[^()[\]\n]{0,120}[)\]]/giu,
  },
  {
    what: 'Remark to a colleague',
    signs: ['OJO'],
    pattern:
      /[([]?OJO ?: ?(?=[^\n]{0,80}(?:falta|pendiente|revisar|comprobar|confirmar|no (?:mandar|enviar|publicar)))[^\n)\]]{1,200}[)\]]?/gu,
  },
  {
    what: 'Remark to a colleague',
    signs: ['ملاحظة'],
    pattern: /[([]ملاحظة ?: ?(?:بانتظار|في انتظار|يرجى (?:التأكد|المراجعة))(?!\p{L})[^()[\]\n]{0,120}[)\]]/gu,
  },
  { what: 'Style of Word', signs: ['mso-'], pattern: /\bmso-[a-z-]+:\s?[^\s;]+;?/g },
]

/** Changes as editors of web pages mark them; the prose has blanks for tags. */
const trackedTags = /<(del|ins)(?:\s[^<>]{0,200})?>[^<]{0,2000}<\/\1>/gi

/** What somebody typed below a text that was exported from a shared document: `[a]` in it, and the comment behind another `[a]`. */
const sharedComment = /^\[([a-z]{1,2})\](?=[^\s(:[])/gm

export const editingLeftover = defineTextRule({
  code: 'editing-leftover',
  severity: 'error',
  summary: 'Take out what editing has left behind: comments, changes that were tracked, fields',
  why: 'What lawyers and colleagues wrote into the margin is the most quotable part of a release. When a text is copied from a word processor, comments and changes come along as words, and nothing shows any more that they are none.',
  rate: 'rare, all of them errors',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nCome and see it (please confirm by 4 May). The plant (pending approval by the council) is new.\n',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nLe budget (à valider par le conseil) et le bulletin (à remplir) sont en ligne.\n',
      '---\nheadline: Acme opens a plant\n---\n\nDeleted files: none. A comment [sic] on the tag `<del>a</del>`, the «Grand Prix», and on {its} price. «EasyGov» and «ODGER» are names.\n\n“It is [a] plan,” she said.\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\nIt makes Comment [JR1]: do we say so? pumps. See Error! Reference source not found.\n':
        '5:10 Comment, "Comment [JR1]:"\n5:50 Field of Word that leads nowhere, "Error! Reference source not found."',
      '---\nheadline: Acme opens a plant\n---\n\nIt makes <del>some</del><ins class="new">many</ins> pumps.\n':
        '5:10 Change that was not accepted, "<del>some</del>"\n5:25 Change that was not accepted, "<ins class="new">many</ins>"',
      '---\nheadline: Acme opens a plant\n---\n\nIt makes {++many++} {--bad--} pumps{>>really?<<}.\n\nFormatted: Font: 12 pt\n':
        '5:10 Change that was not accepted, "{++many++}"\n5:21 Change that was not accepted, "{--bad--}"\n5:36 Comment, "{>>really?<<}"\n7:1 Formatting that was tracked, "Formatted: Font: 12 pt"',
      '---\nheadline: Acme opens a plant\n---\n\nIt makes pumps.[a]\n\n[a]Legal has not seen this.\n':
        '7:1 Comment, "[a]Legal has not seen this."',
      '---\nheadline: Acme opens a plant\n---\n\nIt makes 40 pumps (Tom: legal says no figures, pls confirm) a day.\n':
        '5:19 Remark to a colleague, "(Tom: legal says no figures, pls confirm)"',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nElle fait 40 pompes (à valider par Anne avant envoi) par jour.\n':
        '6:21 Remark to a colleague, "(à valider par Anne avant envoi)"',
      '---\nheadline: Acme abre una planta\nlanguage: es\n---\n\nOJO: falta el visto bueno de Ana\n':
        '6:1 Remark to a colleague, "OJO: falta el visto bueno de Ana"',
      '---\nheadline: تفتح الشركة مصنعًا\nlanguage: ar\n---\n\nينتج 40 مضخة (ملاحظة: بانتظار رد المدير).\n':
        '6:14 Remark to a colleague, "(ملاحظة: بانتظار رد المدير)"',
      '---\nheadline: Acme ouvre une usine\nlanguage: fr\n---\n\nVoir Erreur ! Source du renvoi introuvable.\n\nCher «NomFamille»,\n':
        '6:6 Field of Word that leads nowhere, "Erreur ! Source du renvoi introuvable."\n8:6 Field of a form letter, "«NomFamille»"',
      '---\nheadline: Acme opens a plant\n---\n\n<<<<<<< HEAD\nTen pumps.\n=======\nTwenty pumps.\n>>>>>>> legal\n':
        '5:1 Conflict of two versions, "<<<<<<< HEAD"\n9:1 Conflict of two versions, ">>>>>>> legal"',
    },
  },
  check(checked, report) {
    const { prose } = checked
    const { text } = prose
    const say = (what: string, at: Span, typed = text.slice(...at).trim()): void => {
      report({ message: `${what}, "${typed}"`, hint: 'settle it, and take it out', at })
    }
    for (const { what, signs, pattern } of leftovers) {
      if (!signs.some((sign) => text.includes(sign))) continue
      for (const { 0: typed, index } of matchesIn(text, pattern)) say(what, [index, index + typed.length])
    }
    for (const [typed, at] of tagsIn(checked, trackedTags)) say('Change that was not accepted', at, typed)
    if (!text.includes('[')) return
    for (const { 0: mark, index } of matchesIn(text, sharedComment))
      if (text.slice(0, index).includes(mark)) {
        const passage = bodyOf(prose).find(({ start, end }) => start <= index && index < end)
        say('Comment', [index, passage?.end ?? index + mark.length])
      }
  },
})
