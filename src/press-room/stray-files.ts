import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import { nearest } from '../source/nearest.ts'
import type { PressRoomFiles } from './folder.ts'

const shared = ['templates/contacts.yaml', 'templates/facts.yaml']
const taken = /^templates\/(?:boilerplate|locales)\//
const layout = /^templates\/(?:html|email|text)\//
const part = /^templates\/(?:html|email|text)\/partials\/[^/]+$/
/** A file that can only be meant as a layout, its style sheet, or a part of it. */
const meant = /^templates\/(?:html|email|text)\/[^/]+\.(?:hbs|mjml|css)$/
/** Where somebody puts a part of a layout who has not looked; templates/old/ may hold what it likes. */
const misplaced = /^templates\/(?:html|email|text|partials)\//i

/**
 * What is to be said of files in templates/ that nothing reads: layouts and style sheets of other names, files whose names are those of files that are
 * read, or nearly, and files in folders of which that is true. A part of a layout that another file of the press room speaks of is its own.
 */
export function strayFiles({ templates, builtIn }: PressRoomFiles): Diagnostic[] {
  const known = [...shared, ...[...builtIn.keys()].filter((path) => layout.test(path))]
  const isRead = (path: string): boolean =>
    known.includes(path) || known.includes(path.replace(/[^/]+$/, 'partials/$&')) || taken.test(path)
  const folders = new Set(['templates/boilerplate/', 'templates/locales/', ...known.map(folderOf)])
  return [...templates.keys()].flatMap((path) => {
    if (isRead(path) || (layout.test(path) && isUsed(path, templates))) return []
    const hint = folders.has(folderOf(path))
      ? (nearIn(path, known) ?? ofOtherFormat(path, known) ?? whatIsRead(path, known))
      : (elsewhere(path, known) ?? otherFolder(folderOf(path), folders))
    if (hint === undefined) return []
    return diagnose({ file: path }, undefined, 'invalid-file-name', 'A file that nothing reads', {
      hint,
      severity: 'warning',
    })
  })
}

/** The folder of a file, or that of a folder, with the slash. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/', path.length - 2) + 1)

/** The names of those that stand in a folder. */
const within = (folder: string, paths: Iterable<string>): string[] =>
  [...paths].filter((path) => folderOf(path) === folder).map((path) => path.slice(folder.length))

const didYouMean = (name: string | undefined): string | undefined => name && `did you mean ${name}?`
const withoutEnd = (name: string): string => name.replace(/\.hbs$/, '')

/** The file of the same folder that was most likely meant. */
function nearIn(path: string, known: readonly string[]): string | undefined {
  const names = within(folderOf(path), known)
  const near = nearest(withoutEnd(path.slice(folderOf(path).length)), names.map(withoutEnd))
  return near && didYouMean(names.find((name) => withoutEnd(name) === near))
}

/** Of a part with the name of one in another format: that this one has none. */
function ofOtherFormat(path: string, known: readonly string[]): string | undefined {
  const name = path.slice(folderOf(path).length)
  if (!part.test(path) || !known.some((one) => part.test(one) && one.endsWith(`/${name}`))) return undefined
  const format = folderOf(folderOf(path))
  return `write {{> ${withoutEnd(name)}}} where it belongs, or delete it; the kit has no such part in ${format}`
}

/** What a layout or a style sheet may be called. */
const whatIsRead = (path: string, known: readonly string[]): string | undefined =>
  meant.test(path) ? `what is read here: ${within(folderOf(path), known).join(', ')} and partials/` : undefined

/** Of a file in a folder that is not read, with the name of one in another: which, of its own format where it says one. */
function elsewhere(path: string, known: readonly string[]): string | undefined {
  const name = path.slice(folderOf(path).length)
  const format = /^[^/]+\/[^/]+\//.exec(path)?.[0].toLowerCase() ?? ''
  const same = misplaced.test(path) ? known.filter((one) => layout.test(one) && one.endsWith(`/${name}`)) : []
  return didYouMean(same.find((one) => one.startsWith(format)) ?? same[0])
}

/** Which folder may be meant, of those beside it. */
function otherFolder(folder: string, folders: ReadonlySet<string>): string | undefined {
  const above = folderOf(folder)
  const near = nearest(folder.slice(above.length), within(above, folders))
  return near && didYouMean(above + near)
}

/** Whether one of the press room's own layouts names it. */
function isUsed(path: string, templates: PressRoomFiles['templates']): boolean {
  const name = path.replace(/^.*\//, '').replace(/\..*$/, '')
  const call = new RegExp(`\\{\\{~?#?>\\s*"?${name.replace(/[^\w-]/g, '.')}\\b`)
  return [...templates].some(
    ([other, bytes]) => other !== path && layout.test(other) && call.test(Buffer.from(bytes).toString()),
  )
}
