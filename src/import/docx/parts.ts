import { isRefusal, refuse, type Refusal } from '../refusal.ts'
import { child, childrenNamed, elements, parseXml, type Element } from '../xml.ts'
import { unzip } from '../zip.ts'

/** The parts of a .docx that are read (ECMA-376, part 1, 11.3), each parsed when it is asked for. */
export interface Parts {
  readonly names: readonly string[]
  /** The main document: word/document.xml as a rule, but the package decides. */
  readonly main: string
  xml(name: string): Element | undefined
  bytes(name: string): Uint8Array | undefined
  /** The targets of a part's relationships, by their ids; addresses outside the package as they are. */
  relations(
    part: string,
  ): ReadonlyMap<string, { readonly target: string; readonly type: string; readonly external: boolean }>
}

/** Macros, embedded objects and fonts are never unpacked. */
const wanted = (name: string): boolean => /\.(?:xml|rels)$/i.test(name) || /^word\/media\//i.test(name)

export function openParts(bytes: Uint8Array): { readonly parts: Parts; readonly hasMacros: boolean } | Refusal {
  let hasMacros = false
  const files = unzip(bytes, (name) => {
    if (/vbaProject/i.test(name)) hasMacros = true
    return wanted(name)
  })
  if (isRefusal(files)) return files
  const parsed = new Map<string, Element>()
  for (const [name, content] of files) {
    if (!/\.(?:xml|rels)$/i.test(name) || /^(?:docProps|customXml|word\/theme|word\/glossary)\//i.test(name)) continue
    const root = parseXml(content)
    if (isRefusal(root)) return root
    const [element] = elements(root)
    if (element) parsed.set(name, element)
  }
  const relations: Parts['relations'] = (part) => {
    const slash = part.lastIndexOf('/') + 1
    const folder = part.slice(0, Math.max(0, slash - 1))
    const file = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
    return new Map(
      childrenNamed(parsed.get(file), 'Relationship').map(
        ({ attributes: { Id = '', Target = '', Type = '', TargetMode } }) => {
          const external = TargetMode === 'External'
          const target = external ? Target : inPackage(folder, Target)
          return [Id, { target, type: Type.slice(Type.lastIndexOf('/') + 1), external }]
        },
      ),
    )
  }
  const main = [...relations('').values()].find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  if (!child(parsed.get(main), 'w:body')) {
    const isOther = [...files.keys()].some((name) => /^(?:xl|ppt)\//.test(name))
    return refuse(
      isOther ? 'A spreadsheet or slides' : 'An archive with no Word document in it',
      'save the text as .docx, and import that',
    )
  }
  const parts = {
    names: [...files.keys()],
    main,
    relations,
    xml: (name: string) => parsed.get(name),
    bytes: (name: string) => files.get(name),
  }
  return { parts, hasMacros }
}

/** A target as the name of a file in the archive; none leads out of it. */
function inPackage(folder: string, target: string): string {
  const way = target.startsWith('/') ? [] : folder.split('/')
  for (const step of target.split('/'))
    if (step === '..') way.pop()
    else if (step !== '.' && step !== '') way.push(step)
  return way.filter((step) => step !== '').join('/')
}
