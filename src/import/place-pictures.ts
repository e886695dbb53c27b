import { fileName, isHandedOut, isShown } from './enclosures.ts'
import type { Draft, Picture, Remark } from './draft.ts'
import type { Aside, Block, Enclosure, Manuscript, Run } from './manuscript.ts'
import { isText } from './manuscript.ts'

export interface PlacedPictures {
  /** The files that go beside the release, by their names there. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly draft: Pick<Draft, 'media' | 'attachments'>
  readonly remarks: readonly Remark[]
  readonly asides: readonly Aside[]
  /** Blocks with the pictures by their new names, and with a remark above each that needs one. */
  renamed(blocks: readonly Block[]): Block[]
}

const runsOf = (block: Block): readonly Run[] =>
  isText(block) ? block.runs : block.kind === 'table' ? block.rows.flat(2) : []

/** Gives the pictures and attachments of a manuscript their names beside the release. */
export function placePictures(manuscript: Manuscript, blocks: readonly Block[], draft: Draft): PlacedPictures {
  const names = new Map<string, string>()
  const files = new Map<string, Uint8Array>()
  const put = ({ name, bytes }: Enclosure): string => {
    const own = fileName(name, new Set(files.keys()))
    names.set(name, own)
    files.set(own, bytes)
    return own
  }
  const used = new Set(blocks.flatMap(runsOf).flatMap(({ picture }) => picture ?? []))
  const inFields = new Map(manuscript.pictures.map((one) => [one.name, one]))
  const remarks: Remark[] = []
  const asides: Aside[] = []
  for (const picture of manuscript.pictures) if (used.has(picture.name)) put(picture)
  const media = draft.media.flatMap((one): Picture[] => {
    const found = inFields.get(one.src)
    if (found) return [{ ...one, src: names.get(found.name) ?? put(found) }]
    if (/^https?:\/\//i.test(one.src)) return [one]
    asides.push({ what: 'a picture of the front matter that is not at hand', text: Object.values(one).join('\n') })
    return []
  })
  for (const picture of manuscript.pictures)
    if (!names.has(picture.name)) {
      const own = put(picture)
      remarks.push({
        text: `${own} came with the file and is not in its text, such as a logo in the head of the page; it lies beside the release`,
      })
    }
  const attachments = manuscript.attachments.flatMap((one) => {
    if (isHandedOut(one)) return [{ src: put(one), title: one.name.replace(/\.[^.]+$/, '') }]
    asides.push({ what: 'an attachment of a kind that press offices do not hand out', text: one.name })
    return []
  })
  const unseen = new Set(
    manuscript.pictures.filter((one) => names.has(one.name) && !isShown(one)).map(({ name }) => name),
  )
  return {
    files,
    draft: { media, attachments: [...draft.attachments, ...attachments] },
    remarks,
    asides,
    renamed: (list) =>
      list.flatMap((block): Block[] => {
        const pictures = runsOf(block).filter(({ picture }) => picture !== undefined)
        if (pictures.length === 0) return [block]
        const notes = pictures.flatMap(({ picture = '', text }): Block[] => {
          const own = names.get(picture) ?? picture
          if (unseen.has(picture))
            return [
              {
                kind: 'remark',
                text: `${own} is in a form that browsers and mail programs do not show; save it as PNG or JPEG, and name that here`,
              },
            ]
          return text.trim() === ''
            ? [
                {
                  kind: 'remark',
                  text: 'the picture below has no description; say in its square brackets what it shows',
                },
              ]
            : []
        })
        const rename = (run: Run): Run =>
          run.picture === undefined ? run : { ...run, picture: names.get(run.picture) ?? run.picture }
        const kept = isText(block)
          ? { ...block, runs: block.runs.map(rename) }
          : block.kind === 'table'
            ? { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(rename))) }
            : block
        return [...notes, kept]
      }),
  }
}
