import { apple } from './apple.ts'
import type { Client } from './client.ts'
import { darkFull } from './dark-full.ts'
import { darkPartial } from './dark-partial.ts'
import { gmailWeb } from './gmail-web.ts'
import { gmx } from './gmx.ts'
import { withoutImages } from './images-off.ts'
import { mobileWeb } from './mobile-web.ts'
import { outlookCom } from './outlook-com.ts'
import { outlookWord } from './outlook-word.ts'
import { yahoo } from './yahoo.ts'

export type { Client } from './client.ts'

/** The mail clients that an email is tried in; together they read nearly all mail. */
export const clients: readonly Client[] = [
  apple,
  gmailWeb,
  mobileWeb,
  outlookWord,
  outlookCom,
  yahoo,
  gmx,
  darkFull,
  darkPartial,
]

export interface Simulation {
  /** False shows the email with its images blocked; true when left out. */
  readonly images?: boolean
}

/** The page that a client makes of an email's HTML, to be opened in a browser. */
export function simulate(client: Client, html: string, { images = true }: Simulation = {}): string {
  const page = client.transform(html)
  return images ? page : withoutImages(page)
}
