export type LinkKind = 'web' | 'mail' | 'phone' | 'relative' | 'placeholder' | 'refused'

const placeholder = /^(?:#.*|todo|tbd|tba|tk+|xx+|link|url|https?:\/{0,2})$/i

/**
 * What a link leads to. Only http, https, mailto, tel and files beside the release are ever output as links; a placeholder
 * waits for its address, and everything else (javascript:, data:, file:, //host, /path, ../) is refused.
 */
export function classifyLink(href: string): LinkKind {
  const target = href.trim()
  if (/^https?:\/\/[^/?#]/i.test(target)) return 'web'
  if (target === '' || placeholder.test(target)) return 'placeholder'
  if (/^mailto:[^\s?]+@/i.test(target)) return 'mail'
  if (/^tel:\+?[\d().-]/i.test(target)) return 'phone'
  if (
    /^[a-z][a-z0-9+.-]*:/i.test(target) ||
    /^[/\\]/.test(target) ||
    /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(decoded(target))
  )
    return 'refused'
  return 'relative'
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return '..'
  }
}
