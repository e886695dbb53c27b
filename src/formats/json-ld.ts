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
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: view.title,
    ...(page.description && { description: page.description }),
    datePublished: page.published,
    ...(changed && { dateModified: changed }),
    inLanguage: release.language,
    ...(release.tags.length > 0 && { keywords: release.tags.join(', ') }),
    ...(page.canonical && { url: page.canonical, mainEntityOfPage: page.canonical }),
    ...(page.picture && { image: [page.picture] }),
    ...(release.corrections.length > 0 && {
      correction: release.corrections.map(({ date, text }) => `${date}: ${plainText(text)}`),
    }),
    ...(release.status.kind === 'withdrawn' && { creativeWorkStatus: 'Withdrawn' }),
    publisher: {
      '@type': 'Organization',
      name: view.organization.name,
      ...(view.organization.shortName && { alternateName: view.organization.shortName }),
      ...(view.organization.url && { url: view.organization.url }),
    },
    author: { '@type': 'Organization', name: view.organization.name },
  }
  return JSON.stringify(article).replaceAll('<', '\\u003c')
}
