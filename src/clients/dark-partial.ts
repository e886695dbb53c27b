import type { Client } from './client.ts'
import { darken } from './darken.ts'
import { partialInversion } from './inversion.ts'
import { setAttribute } from './markup.ts'

/** Outlook.com, Outlook on phones and Gmail on Android in dark mode. */
export const darkPartial: Client = {
  name: 'dark-partial',
  title: 'Outlook.com, forced dark',
  summary:
    'Darkens light grounds and lightens dark text, and leaves the rest; marks what it has changed by data-ogsc (text) and data-ogsb (grounds), which the email can select.',
  source: 'caniemail.com, "prefers-color-scheme" (June 2026)',
  transform: (html) =>
    darken(html, partialInversion, (element, property, was) => {
      if (property === 'color') setAttribute(element, 'data-ogsc', was)
      if (property.startsWith('background')) setAttribute(element, 'data-ogsb', was)
    }),
}
