export type Scheme = 'light' | 'dark'

/** A style sheet, or one tag: where a page can say anything of light and dark. */
const styled = /<style\b[^>]*>[\s\S]*?<\/style>|<[a-z][^<>]*>/gi

/**
 * A page as somebody sees it whose system is light, or dark: what it asks of the system is answered in it, so that the system of whoever
 * looks does not matter. A page that says nothing of dark colours is shown as it is.
 */
export function inScheme(html: string, scheme: Scheme): string {
  return html.replace(styled, (part) =>
    part
      .replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_, asked: string) =>
        asked.toLowerCase() === scheme ? '(min-width:0)' : '(max-width:0)',
      )
      .replace(/(\bcolor-scheme\s*:\s*)(?:only\s+)?(?:light\s+dark|dark\s+light)/gi, `$1${scheme}`)
      .replace(
        /(<meta\b[^>]*\bname="?color-scheme"?[^>]*\bcontent=")(?:light\s+dark|dark\s+light)(")/gi,
        `$1${scheme}$2`,
      ),
  )
}

/**
 * The pictures of a page from here instead of from their public address, where they do not stand yet. `base` is that address and ends
 * in a slash; `folder` is where this server has what stands beside the release.
 */
export function withLocalPictures(html: string, base: string | undefined, slug: string, folder: string): string {
  if (base === undefined) return html
  const own = `${base}releases/${encodeURIComponent(slug)}/`
  return html.replace(/(\s(?:src|srcset|background)=")([^"]*)/gi, (whole, start: string, address: string) => {
    if (address.startsWith(own)) return start + folder + address.slice(own.length)
    return address.startsWith(`${base}assets/`) ? `${start}/assets/${address.slice(base.length + 7)}` : whole
  })
}
