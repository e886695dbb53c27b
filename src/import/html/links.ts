/** The address that a link means, without the detours of Google, Outlook and mail gateways; nothing for what is no link. */
export function plainHref(href: string): string | undefined {
  const typed = href.trim()
  if (
    typed === '' ||
    /^#./.test(typed) ||
    /^(?:javascript|vbscript|data|file|about):/i.test(typed.replace(/[\s\p{Cc}]/gu, ''))
  )
    return undefined
  try {
    const url = new URL(typed)
    const detour =
      (/(?:^|\.)google\.[a-z.]+$/.test(url.hostname) &&
        url.pathname === '/url' &&
        (url.searchParams.get('q') ?? url.searchParams.get('url'))) ||
      (url.hostname.endsWith('safelinks.protection.outlook.com') && url.searchParams.get('url'))
    return detour && /^https?:/i.test(detour) ? detour : typed
  } catch {
    return typed
  }
}
