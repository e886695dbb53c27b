import { lostIn } from './lost.ts'

/** What MJML makes of a layout, and what it found wrong with it. */
export interface Compiled {
  readonly html: string
  readonly faults: readonly { readonly line: number; readonly message: string; readonly tag?: string }[]
}

/** Compiles a layout to HTML. MJML is loaded here and nowhere else: it costs 0.2 s, and a warm build needs it not at all. */
export async function compileMjml(layout: string): Promise<Compiled> {
  const { default: mjml } = await import('mjml')
  try {
    // Without a list of its own MJML has one of Google's fonts, which it loads wherever one of them is named.
    const options = { validationLevel: 'soft', keepComments: false, ignoreIncludes: true, fonts: {} } as const
    const { html, errors } = await mjml(layout, options)
    const faults =
      errors.length > 0 ? errors.map(({ line, message, tagName: tag }) => ({ line, message, tag })) : lostIn(layout)
    return { html: mend(html), faults }
  } catch (error) {
    return { html: '', faults: [{ line: 1, message: error instanceof Error ? error.message : String(error) }] }
  }
}

/**
 * Mends what mail clients or standards trip over in what MJML writes: `word-spacing:normal`, which says nothing, and
 * `height="auto"`, which is no number. The class of the body goes to the article inside it as well, behind the preview where there is
 * one: webmail drops the body.
 */
function mend(html: string): string {
  return withSteadyIds(html)
    .replace(/(<[^<>]*?)word-spacing:normal;/g, '$1')
    .replace(/ height="auto"/g, '')
    .replace(/ class=""/g, '')
    .replace(/(<body +class="([^"]*)"[^>]*>[^]*?)<div(?=\s(?:[^>"]|"[^"]*")*\srole="article")/, '$1<div class="$2"')
}

/** MJML throws dice for the ids of a carousel and of a folded menu: the same layout would be other bytes each time. */
function withSteadyIds(html: string): string {
  const drawn = [...html.matchAll(/(?:\bmj-carousel-|<label\s+for=")([0-9a-f]{16})(?=[-"])/g)].map(([, id = '']) => id)
  return [...new Set(drawn)].reduce((steady, id, i) => steady.replaceAll(id, `n${i + 1}`), html)
}

/**
 * Takes out the indentation that MJML leaves, a third of a short mail, but none of a `<pre>`. For layouts with marks; in real words it
 * might mean something.
 */
export const compact = (html: string): string =>
  html
    .split(/(<pre\b[^]*?<\/pre\s*>)/i)
    .map((part, i) => (i % 2 === 1 ? part : withoutIndentation(part)))
    .join('')

const withoutIndentation = (html: string): string =>
  html
    .replace(/[ \t]*\n\s*/g, '\n')
    .replace(
      /<([a-z]+)\n([^<>]*?)\n?>/g,
      (_, tag: string, attributes: string) => `<${tag} ${attributes.replaceAll('\n', ' ')}>`,
    )
