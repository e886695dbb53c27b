/**
 * What a rendered body goes through before it is put on a page: the sanitizer in a press room that allows raw HTML, and nothing
 * in all others, whose Markdown cannot bring any. The sanitizer is loaded only where it is needed.
 */
export async function cleanerFor(rawHtml: boolean): Promise<(body: string) => string> {
  return rawHtml ? (await import('./sanitize.ts')).sanitizeHtml : (body) => body
}
