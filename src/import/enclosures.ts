import { pictureSize } from '../source/picture.ts'
import type { Enclosure } from './manuscript.ts'

/** What browsers and mail programs show. */
const shown = /\.(?:png|jpe?g|gif|webp)$/i

/** What a press office hands out. Anything else that came with a mail stays out of the press room. */
const handedOut = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|zip|png|jpe?g|gif|webp|tiff?|mp3|mp4|mov|wav|eps)$/i

export const isHandedOut = ({ name }: Enclosure): boolean => handedOut.test(name)

/** Whether it is a picture, by its bytes, in a form that is shown everywhere. */
export const isShown = ({ name, bytes }: Enclosure): boolean => shown.test(name) && pictureSize(bytes) !== undefined

/** A name that every file system and every address bears; `image1.png` of Word is `picture-1.png`. */
export function fileName(name: string, taken: ReadonlySet<string>): string {
  const bare = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(bare) ?? []
  const plain = stem
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/^image0*(\d+)$/i, 'picture-$1')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 80)
  const start =
    plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/.test(plain) ? `file-${plain}`.replace(/-$/, '') : plain
  const end = ending.toLowerCase().replace(/[^.a-z0-9]/g, '')
  for (let i = 1; ; i++) {
    const candidate = `${start}${i === 1 ? '' : `-${i}`}${end}`
    if (!taken.has(candidate)) return candidate
  }
}
