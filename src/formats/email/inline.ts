/** Writes the rules of a style sheet into the elements that they match; the document's own `<style>` blocks stay as they are. */
export async function inlineStyles(html: string, css: string): Promise<string> {
  const { default: juice } = await import('juice')
  return juice.inlineContent(html, css, {
    applyAttributesTableElements: false,
    applyWidthAttributes: false,
    applyHeightAttributes: false,
    inlinePseudoElements: false,
    decodeStyleAttributes: true,
    resolveCSSVariables: false,
  })
}
