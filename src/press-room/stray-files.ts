import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import { nearest } from '../source/nearest.ts'
import type { PressRoomFiles } from './folder.ts'

const shared = ['templates/contacts.yaml', 'templates/facts.yaml']
const taken = /^templates\/(?:boilerplate|locales)\//
const layout = /^templates\/(?:html|email|text)\//

/**
 * What is to be said of files in templates/ that nothing reads, and whose names are nearly those of files that are read. A part of a layout
 * that another file of the press room speaks of is its own.
 */
export function strayFiles({ templates, builtIn }: PressRoomFiles): Diagnostic[] {
  const known = [...shared, ...[...builtIn.keys()].filter((path) => layout.test(path))]
  return [...templates.keys()].flatMap((path) => {
    if (known.includes(path) || taken.test(path) || (layout.test(path) && isUsed(path, templates))) return []
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const near = nearest(
      path.slice(folder.length),
      known.filter((one) => one.startsWith(folder)).map((one) => one.slice(folder.length)),
    )
    if (near === undefined || near.includes('/')) return []
    const hint = `did you mean ${near}?`
    return diagnose({ file: path }, undefined, 'invalid-file-name', 'A file that nothing reads', {
      hint,
      severity: 'warning',
    })
  })
}

/** Whether one of the press room's own layouts names it. */
function isUsed(path: string, templates: PressRoomFiles['templates']): boolean {
  const name = path.replace(/^.*\//, '').replace(/\..*$/, '')
  const call = new RegExp(`\\{\\{~?#?>\\s*"?${name.replace(/[^\w-]/g, '.')}\\b`)
  return [...templates].some(
    ([other, bytes]) => other !== path && layout.test(other) && call.test(Buffer.from(bytes).toString()),
  )
}
