import type { Client } from './client.ts'
import { gmail } from './gmail.ts'

/** Gmail on the web and in its apps with a Google account. */
export const gmailWeb: Client = {
  name: 'gmail-web',
  title: 'Gmail on the web',
  summary:
    'Drops html, body and their attributes, style sheets that are too long, in the body, nested or not to be parsed, attribute selectors, dark-mode queries, position, negative margins, var() and data: images.',
  source: 'Gmail developer pages, CSS support; caniemail.com (June 2026)',
  transform: (html) => gmail(html, 'some'),
}
