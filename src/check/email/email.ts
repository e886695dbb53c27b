import { onceFor } from '../../source/once.ts'
import type { Span } from '../rule.ts'
import type { Declaration as CssDeclaration, Rule } from 'postcss'
import { asWordReads, conditionals, type Conditionals } from '../../clients/conditional.ts'
import { declarations, type Declaration } from '../../clients/inline-style.ts'
import { ancestorsOf, attribute, elementsOf, parseMarkup, type Document, type Element } from '../../clients/markup.ts'
import { parseCss, type ParsedCss } from '../../source/css.ts'
import { sourceText, type SourceText } from '../../source/text.ts'

/** Offsets into the text of the email. */
export type { Span }

/** A `<style>` and what stands in it. */
export interface Sheet {
  readonly element: Element
  readonly css: string
  /** Where the CSS begins in the email. */
  readonly start: number
  /** The CSS parsed, or where in it it cannot be. */
  readonly parsed: ParsedCss
}

/** The email as one family of clients reads it. */
export interface Reading {
  readonly document: Document
  /** Every element, in the order of the document. */
  readonly elements: readonly Element[]
  readonly sheets: readonly Sheet[]
}

/** An email parsed once for all rules. */
export interface Email {
  readonly source: SourceText
  readonly bytes: Uint8Array
  /** The subject that the email goes out with, where it is known. */
  readonly subject: string | undefined
  readonly conditionals: Conditionals
  /** What every client but Outlook for Windows reads. */
  readonly page: Reading
  /** What Outlook for Windows reads: the blocks for mso are open, those for all others gone. Offsets are those of the email. */
  readonly outlook: Reading
  /** The elements that Outlook for Windows shows, those of `outlook` without what `display:none` or `mso-hide:all` hides. */
  readonly shownInWord: readonly Element[]
  /** What an element's style attribute declares. */
  styleOf(element: Element): readonly Declaration[]
}

/** Parses the final bytes of an email. Never throws; bytes that are no UTF-8 become U+FFFD. */
export function parseEmail(file: string, bytes: Uint8Array, subject?: string): Email {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const comments = conditionals(text)
  const styles = new Map<Element, readonly Declaration[]>()
  let word: Reading | undefined
  let shown: readonly Element[] | undefined
  return {
    source: sourceText(file, text),
    bytes,
    subject,
    conditionals: comments,
    page: read(text, text),
    get outlook() {
      return (word ??= read(text, asWordReads(text, comments)))
    },
    get shownInWord() {
      return (shown ??= shownElements(this))
    },
    styleOf(element) {
      const known = styles.get(element) ?? declarations(attribute(element, 'style') ?? '')
      styles.set(element, known)
      return known
    },
  }
}

function read(text: string, html: string): Reading {
  const document = parseMarkup(html)
  const elements = elementsOf(document)
  const sheets = elements.filter(({ tagName }) => tagName === 'style').map((element) => readSheet(text, element))
  return { document, elements, sheets }
}

function shownElements({ outlook, styleOf }: Email): Element[] {
  const hidden = new Set<unknown>()
  return outlook.elements.filter((element) => {
    const style = styleOf(element)
    const isHidden =
      hidden.has(element.parentNode) ||
      styleValue(style, 'mso-hide') === 'all' ||
      styleValue(style, 'display') === 'none'
    if (isHidden) hidden.add(element)
    return !isHidden
  })
}

function readSheet(text: string, element: Element): Sheet {
  const place = element.sourceCodeLocation
  const start = place?.startTag?.endOffset ?? place?.endOffset ?? 0
  const css = text.slice(start, place?.endTag?.startOffset ?? place?.endOffset ?? start)
  return { element, css, start, parsed: parseCss(css) }
}

/** Where a rule, an at-rule, a declaration or a comment of a sheet stands in the email. */
export const spanInSheet = (
  sheet: Sheet,
  node: { readonly source?: CssDeclaration['source'] },
  length?: number,
): Span => {
  const start = sheet.start + (node.source?.start?.offset ?? 0)
  return [start, length === undefined ? sheet.start + (node.source?.end?.offset ?? 0) : start + length]
}

/** The style rules of a sheet that are there for every width and scheme: those outside any at-rule. */
export const plainRules = (sheet: Sheet): Rule[] =>
  'root' in sheet.parsed ? sheet.parsed.root.nodes.filter((node): node is Rule => node.type === 'rule') : []

/** All style rules of a sheet, those inside at-rules too. */
export function allRules(sheet: Sheet): Rule[] {
  const found: Rule[] = []
  if ('root' in sheet.parsed) sheet.parsed.root.walkRules((rule) => void found.push(rule))
  return found
}

/** A declaration with its place, in a style attribute or a sheet. */
export interface Placed {
  readonly property: string
  readonly value: string
  readonly at: Span
  readonly important: boolean
}

/** Every declaration of a reading: first the style attributes, then the sheets with all their at-rules. Several rules ask for it. */
export const everyDeclaration = (email: Email, reading: Reading): readonly Placed[] => declarationsIn(reading, email)

const declarationsIn = onceFor((reading: Reading, email: Email): Placed[] => {
  const inline = reading.elements.flatMap((element) =>
    email.styleOf(element).map((one) => ({ ...one, at: attributeSpan(element, 'style') })),
  )
  return [
    ...inline,
    ...reading.sheets.flatMap((sheet) => allRules(sheet).flatMap((rule) => declarationsOf(sheet, rule))),
  ]
})

/** The declarations of one rule of a sheet. */
export const declarationsOf = (sheet: Sheet, rule: Rule): Placed[] =>
  rule.nodes.flatMap((node) =>
    node.type === 'decl'
      ? [
          {
            property: node.prop.toLowerCase(),
            value: node.value,
            important: node.important === true,
            at: spanInSheet(sheet, node),
          },
        ]
      : [],
  )

/** Where an element's start tag stands; for one that the parser has added, that of the nearest one around it. */
export function tagSpan(element: Element): Span {
  for (const one of [element, ...ancestorsOf(element)]) {
    const place = one.sourceCodeLocation?.startTag ?? one.sourceCodeLocation
    if (place) return [place.startOffset, place.endOffset]
  }
  return [0, 0]
}

/** Where an attribute stands, or the start tag where it isn't there. */
export function attributeSpan(element: Element, name: string): Span {
  const place = element.sourceCodeLocation?.attrs?.[name]
  return place ? [place.startOffset, place.endOffset] : tagSpan(element)
}

/** The elements of both readings; one that stands in both comes once. */
export const inAnyReading: (email: Email) => readonly Element[] = onceFor(({ page, outlook }: Email) => {
  const seen = new Set(page.elements.map((element) => tagSpan(element)[0]))
  return [...page.elements, ...outlook.elements.filter((element) => !seen.has(tagSpan(element)[0]))]
})

/** The elements of a page with the given names. */
export const named = (reading: Reading, ...names: readonly string[]): Element[] =>
  reading.elements.filter(({ tagName }) => names.includes(tagName))

/** The last value that a style attribute gives to a property, without `!important`. */
export const styleValue = (style: readonly Declaration[], property: string): string | undefined =>
  style.findLast((one) => one.property === property)?.value
