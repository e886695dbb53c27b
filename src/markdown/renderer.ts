import { renderHtml, renderInlineHtml, type HtmlParts, type Renderer } from './html.ts'

/**
 * How HTML is made of Markdown: through the sanitizer in a press room that allows raw HTML, and as it is in all others, whose Markdown
 * cannot bring any. The sanitizer is loaded only where it is needed.
 */
export async function rendererFor(rawHtml: boolean): Promise<(parts: HtmlParts) => Renderer> {
  return rawHtml ? (await import('./sanitize.ts')).renderCleaned : renderTrusted
}

const renderTrusted = (parts: HtmlParts): Renderer => ({
  document: (document) => renderHtml(document, parts),
  line: (children) => renderInlineHtml(children, parts),
})
