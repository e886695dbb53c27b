import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isInstalled, versionsOf } from '../place.mjs'

/**
 * A contestant that is a program for Node, in a folder of its name with a `build.mjs` that takes the press room and the output folder.
 * @param {{ name: string, folder: string, does: string, lacks: string, packages: string[] }} about
 * @returns {import('../place.mjs').Contestant}
 */
const program = ({ name, folder, does, lacks, packages }) => ({
  name,
  does,
  lacks,
  versions: () => versionsOf(...packages),
  isThere: () => isInstalled(...packages),
  before: ({ out }) => rmSync(out(folder), { recursive: true, force: true }),
  command: ({ root, out }) => ({
    file: process.execPath,
    args: [fileURLToPath(new URL(`${folder}/build.mjs`, import.meta.url)), root, out(folder)],
  }),
  output: ({ out }) => out(folder),
})

export const straightforward = program({
  name: 'straightforward pipeline',
  folder: 'straightforward',
  does: 'gray-matter, markdown-it, Handlebars, MJML, juice and html-to-text for each release, in one process, templates compiled once; the email has the sections of the kit’s and about 85 percent of its bytes',
  lacks:
    'checks, facts by date, languages, more than one rule for dark mode; it writes in place and builds everything each time',
  packages: ['gray-matter', 'markdown-it', 'handlebars', 'mjml', 'juice', 'html-to-text'],
})

export const emailmd = program({
  name: 'emailmd',
  folder: 'emailmd',
  does: 'its `render` for the email and the plain text, with its own layout: MJML for each release; the page as the straightforward pipeline makes it',
  lacks: 'as the straightforward pipeline; contacts stand one below the other; a smaller mail',
  packages: ['emailmd', 'markdown-it', 'handlebars'],
})

export const reactEmail = program({
  name: 'react-email',
  folder: 'react-email',
  does: 'one component with React Email’s own parts, rendered for each release as HTML, and that as plain text; the page as the straightforward pipeline makes it',
  lacks:
    'as the straightforward pipeline; tables for Outlook only around sections, no dark mode; about a third of the kit’s bytes',
  packages: ['@react-email/components', '@react-email/render', 'react', 'markdown-it', 'handlebars'],
})
