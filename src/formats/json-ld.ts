import { plainText } from '../markdown/tree.ts'
import { lastChange } from '../release/last-change.ts'
import type { ResolvedRelease } from '../release/resolved.ts'
import type { ReleaseView } from './view.ts'

/**
 * The release as a NewsArticle of schema.org, for search engines. `<` is written as \u003c, so that no text can end the element
 * that it stands in.
 */
export function jsonLd(
  release: ResolvedRelease,
  view: ReleaseView,
  page: { canonical: string; published: string; picture: string; description: string },
): string {
  const changed = lastChange(release)
  const { name, shortName, url } = view.organization
  const corrections = release.corrections.map(({ date, text }) => `${date}: ${plainText(text)}`)
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: view.title,
    description: page.description || undefined,
    datePublished: page.published,
    dateModified: changed,
    inLanguage: release.language,
    keywords: release.tags.join(', ') || undefined,
    url: page.canonical || undefined,
    mainEntityOfPage: page.canonical || undefined,
    image: page.picture ? [page.picture] : undefined,
    correction: corrections.length > 0 ? corrections : undefined,
    creativeWorkStatus: release.status.kind === 'withdrawn' ? 'Withdrawn' : undefined,
    publisher: { '@type': 'Organization', name, alternateName: shortName || undefined, url: url || undefined },
    author: { '@type': 'Organization', name },
  }
  // What is undefined is left out.
  return JSON.stringify(article).replaceAll('<', '\\u003c')
}
