import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import { nearest } from '../source/nearest.ts'
import type { PressRoomFiles } from './folder.ts'

const shared = ['templates/contacts.yaml', 'templates/facts.yaml']
const taken = /^templates\/(?:boilerplate|locales)\//
const layout = /^templates\/(?:html|email|text)\//
/** A file that can only be meant as a layout or its style sheet, since no partial stands there. */
const whole = /^templates\/(?:html|email|text)\/[^/]+\.(?:hbs|mjml|css)$/

/**
 * What is to be said of files in templates/ that nothing reads: layouts and style sheets of other names, files whose names are nearly those of files that
 * are read, and files in folders of which that is true. A part of a layout that another file of the press room speaks of is its own.
 */
export function strayFiles({ templates, builtIn }: PressRoomFiles): Diagnostic[] {
  const known = [...shared, ...[...builtIn.keys()].filter((path) => layout.test(path))]
  const folders = new Set(['templates/boilerplate/', 'templates/locales/', ...known.map(folderOf)])
  return [...templates.keys()].flatMap((path) => {
    if (known.includes(path) || taken.test(path) || (layout.test(path) && isUsed(path, templates))) return []
    const hint = folders.has(folderOf(path))
      ? otherName(path, within(folderOf(path), known))
      : otherFolder(folderOf(path), folders)
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

/** What else a file may be called; nothing where it is none of the kit's concern. */
function otherName(path: string, names: readonly string[]): string | undefined {
  const name = path.slice(folderOf(path).length)
  const near = nearest(name, names) ?? names.find((one) => one === `${name}.hbs`)
  return didYouMean(near) ?? (whole.test(path) ? `what is read here: ${names.join(', ')} and partials/` : undefined)
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
