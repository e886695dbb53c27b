import type { Client } from './client.ts'
import { gmail } from './gmail.ts'

/** Gmail in a phone's browser, and in its apps with another provider's account. */
export const mobileWeb: Client = {
  name: 'mobile-web',
  title: 'Gmail in a phone’s browser',
  summary: 'Does all that Gmail does, and drops every style sheet: only style attributes are left.',
  source: 'caniemail.com, "<style> element", Gmail mobile webmail (June 2026)',
  transform: (html) => gmail(html, 'none'),
}
