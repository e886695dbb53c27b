/** The fewest bytes that make files of each kind say that they were taken at 60° 27′ 6″ N, 22° 16′ W. Written from the formats' specifications. */

const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))

const whole = (value: number, size: number, little = false): Uint8Array => {
  const bytes = Buffer.alloc(size)
  if (little) bytes.writeUIntLE(value, 0, size)
  else bytes.writeUIntBE(value, 0, size)
  return bytes
}

/** A TIFF whose first directory only leads to GPS. */
export function tiff(
  little = false,
  first: readonly number[] = [60, 27, 6],
  second: readonly number[] = [22, 16, 0],
): Uint8Array {
  const n = (value: number, size: number): Uint8Array => whole(value, size, little)
  const entry = (tag: number, type: number, count: number, value: Uint8Array): Uint8Array =>
    joined(n(tag, 2), n(type, 2), n(count, 4), value)
  const angle = (numbers: readonly number[]): Uint8Array => joined(...numbers.flatMap((one) => [n(one, 4), n(1, 4)]))
  return joined(
    little ? 'II' : 'MM',
    n(42, 2),
    n(8, 4),
    joined(n(1, 2), entry(0x8825, 4, 1, n(26, 4)), n(0, 4)),
    joined(
      n(4, 2),
      entry(1, 2, 2, joined('N\0\0\0')),
      entry(2, 5, 3, n(80, 4)),
      entry(3, 2, 2, joined('W\0\0\0')),
      entry(4, 5, 3, n(104, 4)),
      n(0, 4),
    ),
    angle(first),
    angle(second),
  )
}

const xmp = '<x:xmpmeta><rdf:Description exif:GPSLatitude="60,27.1N" exif:GPSLongitude="22,16,0W"/></x:xmpmeta>'

const segment = (mark: number, data: Uint8Array): Uint8Array => joined(whole(mark, 2), whole(data.length + 2, 2), data)
const start = joined('\xff\xd8', segment(0xffe0, joined('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')))

const pngChunk = (name: string, data: Uint8Array): Uint8Array => joined(whole(data.length, 4), name, data, whole(0, 4))
const riffChunk = (name: string, data: Uint8Array): Uint8Array =>
  joined(name, whole(data.length, 4, true), data, data.length % 2 === 1 ? '\0' : '')
const box = (name: string, ...parts: readonly (Uint8Array | string)[]): Uint8Array => {
  const data = joined(...parts)
  return joined(whole(data.length + 8, 4), name, data)
}

function heic(): Uint8Array {
  const type = box('ftyp', 'heic\0\0\0\0mif1heic')
  const exif = joined(whole(6, 4), 'Exif\0\0', tiff())
  const info = (id: number, kind: string): Uint8Array =>
    box('infe', '\x02\0\0\0', whole(id, 2), whole(0, 2), kind, '\0')
  const place = (id: number, offset: number, length: number): Uint8Array =>
    joined(whole(id, 2), whole(0, 2), whole(1, 2), whole(offset, 4), whole(length, 4))
  const meta = (offset: number): Uint8Array =>
    box(
      'meta',
      whole(0, 4),
      box('hdlr', '\0\0\0\0\0\0\0\0pict', whole(0, 6), whole(0, 6), '\0'),
      box('iinf', whole(0, 4), whole(2, 2), info(1, 'hvc1'), info(2, 'Exif')),
      box('iloc', whole(0, 4), '\x44\0', whole(2, 2), place(1, 1, 1), place(2, offset, exif.length)),
    )
  const before = type.length + meta(0).length + 8
  return joined(type, meta(before), box('mdat', exif))
}

export const located: Readonly<Record<string, Uint8Array>> = {
  'a.tif': tiff(),
  'little-endian.tif': tiff(true),
  'a.jpg': joined(start, segment(0xffe1, joined('Exif\0\0', tiff(true))), '\xff\xda\0\x02\0\xff\xd9'),
  'xmp.jpg': joined(start, segment(0xffe1, joined('http://ns.adobe.com/xap/1.0/\0', xmp)), '\xff\xda\0\x02\0\xff\xd9'),
  'a.png': joined(
    '\x89PNG\r\n\x1a\n',
    pngChunk('IHDR', whole(0, 6)),
    pngChunk('IDAT', new Uint8Array(70_000)),
    pngChunk('eXIf', tiff()),
    pngChunk('IEND', new Uint8Array()),
  ),
  'xmp.png': joined(
    '\x89PNG\r\n\x1a\n',
    pngChunk('iTXt', joined('XML:com.adobe.xmp\0\0\0\0\0', xmp)),
    pngChunk('IEND', new Uint8Array()),
  ),
  'a.webp': joined(
    'RIFF',
    whole(0, 4),
    'WEBP',
    riffChunk('VP8 ', whole(0, 5)),
    riffChunk('EXIF', joined('Exif\0\0', tiff())),
  ),
  'xmp.webp': joined('RIFF', whole(0, 4), 'WEBP', riffChunk('XMP ', joined(xmp))),
  'a.heic': heic(),
}
