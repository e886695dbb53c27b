/** Reads a piece of a file, from an offset on; fewer bytes at its end, none beyond it. */
export type ReadPiece = (start: number, length: number) => Uint8Array

/** Where what a picture says of itself stands: Exif as a TIFF that begins at an offset, or XMP as text. */
export interface Metadata {
  readonly kind: 'exif' | 'xmp'
  readonly start: number
  readonly length: number
}

/** More than any picture has; what has more is damaged, or meant to keep us busy. */
const mostParts = 20_000
const block = 65_536

/** A view of a file that asks for it in blocks: the heads of parts mostly stand close together. */
export interface Bytes {
  /** An unsigned number of 1, 2, 4 or 8 bytes; NaN beyond the end. */
  number(at: number, size: number, littleEndian?: boolean): number
  /** Letters of ASCII. */
  word(at: number, length: number): string
}

export function inBlocks(read: ReadPiece): Bytes {
  let from = -1
  let held: Uint8Array = new Uint8Array()
  const byte = (at: number): number => {
    if (from === -1 || at < from || at >= from + held.length) {
      from = Math.max(0, at)
      held = read(from, block)
    }
    return held[at - from] ?? Number.NaN
  }
  return {
    number(at, size, littleEndian = false) {
      let value = 0
      for (let i = 0; i < size; i++) value = value * 256 + byte(at + (littleEndian ? size - 1 - i : i))
      return value
    },
    word: (at, length) => Array.from({ length }, (_, i) => String.fromCharCode(byte(at + i) || 0)).join(''),
  }
}

/**
 * Where a JPEG, PNG, WebP, HEIC, AVIF or TIFF keeps its metadata; of a damaged one what comes before the damage. Sources: Exif 3.0 (CIPA
 * DC-008), PNG (W3C: eXIf, iTXt), WebP container, ISO/IEC 14496-12 (meta, iinf, iloc).
 */
export function metadataIn(bytes: Bytes): Iterable<Metadata> {
  if (bytes.number(0, 2) === 0xffd8) return inJpeg(bytes)
  if (bytes.word(1, 3) === 'PNG') return inPng(bytes)
  if (bytes.word(0, 4) === 'RIFF' && bytes.word(8, 4) === 'WEBP') return inWebp(bytes)
  if (bytes.word(4, 4) === 'ftyp') return inHeif(bytes)
  return /^(?:II\*\0|MM\0\*)$/.test(bytes.word(0, 4)) ? [{ kind: 'exif', start: 0, length: 0 }] : []
}

const xmpName = 'http://ns.adobe.com/xap/1.0/\0'

function* inJpeg(bytes: Bytes): Generator<Metadata> {
  for (let at = 2, parts = 0; parts < mostParts; parts++) {
    const [mark, length] = [bytes.number(at, 2), bytes.number(at + 2, 2)]
    const startOfScan = 0xffda
    if (!(mark > 0xff00) || mark === startOfScan || !(length >= 2)) return
    if (mark === 0xffe1 && bytes.word(at + 4, 6) === 'Exif\0\0')
      yield { kind: 'exif', start: at + 10, length: length - 8 }
    else if (mark === 0xffe1 && bytes.word(at + 4, xmpName.length) === xmpName)
      yield { kind: 'xmp', start: at + 4 + xmpName.length, length: length - 2 - xmpName.length }
    at += 2 + length
  }
}

function* inPng(bytes: Bytes): Generator<Metadata> {
  for (let at = 8, parts = 0; parts < mostParts; parts++) {
    const [length, name] = [bytes.number(at, 4), bytes.word(at + 4, 4)]
    if (Number.isNaN(length) || name === 'IEND') return
    if (name === 'eXIf') yield { kind: 'exif', start: at + 8, length }
    else if (name === 'iTXt' && bytes.word(at + 8, 17) === 'XML:com.adobe.xmp')
      yield { kind: 'xmp', start: at + 8, length }
    at += 12 + length
  }
}

function* inWebp(bytes: Bytes): Generator<Metadata> {
  for (let at = 12, parts = 0; parts < mostParts; parts++) {
    const [name, length] = [bytes.word(at, 4), bytes.number(at + 4, 4, true)]
    if (Number.isNaN(length)) return
    const named = bytes.word(at + 8, 6) === 'Exif\0\0' ? 6 : 0
    if (name === 'EXIF') yield { kind: 'exif', start: at + 8 + named, length }
    else if (name === 'XMP ') yield { kind: 'xmp', start: at + 8, length }
    at += 8 + length + (length % 2)
  }
}

/** A box of ISO/IEC 14496-12: where what is in it begins and ends. */
interface Box {
  readonly name: string
  readonly start: number
  readonly end: number
}

function* boxesIn(bytes: Bytes, start: number, end: number): Generator<Box> {
  for (let at = start, parts = 0; at < end && parts < mostParts; parts++) {
    const said = bytes.number(at, 4)
    const [length, head] = said === 1 ? [bytes.number(at + 8, 8), 16] : [said, 8]
    if (!(length >= head)) return
    yield { name: bytes.word(at + 4, 4), start: at + head, end: Math.min(at + length, end) }
    at += length
  }
}

function* inHeif(bytes: Bytes): Generator<Metadata> {
  for (const meta of boxesIn(bytes, 0, Number.MAX_SAFE_INTEGER)) {
    if (meta.name !== 'meta') continue
    const boxes = [...boxesIn(bytes, meta.start + 4, meta.end)]
    const [infos, places] = ['iinf', 'iloc'].map((name) => boxes.find((box) => box.name === name))
    if (!infos || !places) return
    const kinds = itemKinds(bytes, infos)
    for (const { id, start, length } of itemPlaces(bytes, places)) {
      const kind = kinds.get(id)
      // An Exif item begins with how far behind its first four bytes the TIFF stands.
      if (kind === 'exif') yield { kind, start: start + 4 + bytes.number(start, 4), length }
      else if (kind === 'xmp') yield { kind, start, length }
    }
    return
  }
}

function itemKinds(bytes: Bytes, { start, end }: Box): ReadonlyMap<number, Metadata['kind']> {
  const first = start + (bytes.number(start, 1) === 0 ? 6 : 8)
  const kinds = new Map<number, Metadata['kind']>()
  for (const info of boxesIn(bytes, first, end)) {
    const wide = bytes.number(info.start, 1) === 3 ? 4 : 2
    const kind = bytes.word(info.start + 4 + wide + 2, 4)
    if (kind === 'Exif') kinds.set(bytes.number(info.start + 4, wide), 'exif')
    else if (kind === 'mime') kinds.set(bytes.number(info.start + 4, wide), 'xmp')
  }
  return kinds
}

/** Where items stand in the file; those in several pieces or elsewhere are left out. */
function* itemPlaces(bytes: Bytes, { start, end }: Box) {
  const version = bytes.number(start, 1)
  const sizes = bytes.number(start + 4, 2)
  const [offsetSize = 0, lengthSize = 0, baseSize = 0, said = 0] = [12, 8, 4, 0].map((shift) => (sizes >> shift) & 15)
  const indexSize = version === 0 ? 0 : said
  const idSize = version < 2 ? 2 : 4
  const count = bytes.number(start + 6, idSize)
  for (let at = start + 6 + idSize, i = 0; i < count && at < end && i < mostParts; i++) {
    const id = bytes.number(at, idSize)
    at += idSize
    const method = version === 0 ? 0 : bytes.number(at, 2) & 15
    at += version === 0 ? 2 : 4
    const base = bytes.number(at, baseSize)
    const pieces = bytes.number(at + baseSize, 2)
    at += baseSize + 2
    if (method === 0 && pieces === 1) {
      const [offset, length] = [
        bytes.number(at + indexSize, offsetSize),
        bytes.number(at + indexSize + offsetSize, lengthSize),
      ]
      yield { id, start: base + offset, length }
    }
    at += pieces * (indexSize + offsetSize + lengthSize)
  }
}
