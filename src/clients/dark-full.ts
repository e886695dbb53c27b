import type { Client } from './client.ts'
import { darken } from './darken.ts'
import { fullInversion } from './inversion.ts'

/** Gmail on iOS and Outlook for Windows in dark mode. */
export const darkFull: Client = {
  name: 'dark-full',
  title: 'Gmail on iOS, forced dark',
  summary:
    'Inverts the lightness of every colour, of dark grounds and light text too; pays no heed to prefers-color-scheme.',
  source: 'caniemail.com, "prefers-color-scheme" (June 2026)',
  transform: (html) => darken(html, fullInversion),
}
