/** What MJML makes of a layout, and what it found wrong with it. */
export interface Compiled {
  readonly html: string
  readonly faults: readonly { readonly line: number; readonly message: string }[]
}

/** Compiles a layout to HTML. MJML is loaded here and nowhere else: it costs 0.2 s, and a warm build needs it not at all. */
export async function compileMjml(layout: string): Promise<Compiled> {
  const { default: mjml } = await import('mjml')
  const { html, errors } = await mjml(layout, { validationLevel: 'soft', keepComments: false, ignoreIncludes: true })
  return { html: tidy(html), faults: errors.map(({ line, message }) => ({ line, message })) }
}

/**
 * Takes out the indentation that MJML leaves (a third of a short mail), and mends what mail clients or standards trip over:
 * `word-spacing:normal`, which says nothing, and `height="auto"`, which is no number. The class of the body goes to the element
 * inside it as well: webmail drops the body.
 */
function tidy(html: string): string {
  return html
    .replace(/[ \t]*\n\s*/g, '\n')
    .replace(
      /<([a-z]+)\n([^<>]*?)\n?>/g,
      (_, tag: string, attributes: string) => `<${tag} ${attributes.replaceAll('\n', ' ')}>`,
    )
    .replace(/word-spacing:normal;/g, '')
    .replace(/ height="auto"/g, '')
    .replace(/ class=""/g, '')
    .replace(/(<body class="([^"]*)"[^>]*>\n)<div /, '$1<div class="$2" ')
}
