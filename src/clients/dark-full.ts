import type { Client } from './client.ts'
import { darken } from './darken.ts'
import { fullInversion } from './inversion.ts'

/** Gmail on iOS and Outlook for Windows in dark mode. */
export const darkFull: Client = {
  name: 'dark-full',
  title: 'Forced dark: Gmail on iOS, Outlook for Windows',
  summary:
    'Inverts the lightness of every colour, of dark grounds and light text too; pays no heed to prefers-color-scheme.',
  source: 'caniemail.com, "prefers-color-scheme" (June 2026)',
  transform: (html) => darken(html, fullInversion),
}
