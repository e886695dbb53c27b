import { mediaPlaces } from '../../../release/media.ts'
import { pictureLocation } from '../../../source/picture-location.ts'
import { defineReleaseRule } from '../rule.ts'

const pictures = /\.(?:jpe?g|png|webp|heic|heif|avif|tiff?)$/i

/** The fewest bytes of a JPEG that a phone has taken, as base64. */
const photo =
  '/9j/4QCIRXhpZgAATU0AKgAAAAgAAYglAAQAAAABAAAAGgAAAAAABAABAAIAAAACTgAAAAACAAUAAAADAAAAUAADAAIAAAACVwAAAAAEAAUAAAADAAAAaAAAAAAAAAA8AAAAAQAAABsAAAABAAAABgAAAAEAAAAWAAAAAQAAABAAAAABAAAAAAAAAAH/2Q=='

export const pictureLocationRule = defineReleaseRule({
  code: 'picture-location',
  severity: 'warning',
  summary: 'Take the place where it was taken out of a picture',
  why: 'Phones write where they are into every picture, to a few metres, and a picture is handed out as it is. It shows where a witness lives, where an office is that has no sign, or where the photographer spends the evening.',
  rate: 'not measured: archives have no pictures',
  examples: {
    good: [
      '=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\nmedia: [{ src: plant.jpg, alt: The plant }]\n---\n\nText.\n=== releases/plant.jpg\n/9j/2Q==\n',
    ],
    bad: {
      [`=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\ndate: 2026-01-02\nmedia: [{ src: plant.jpg, alt: The plant }]\n---\n\nText.\n=== releases/plant.jpg\n${photo}\n`]:
        'releases/2026-01-02-x.md:4:16 Picture that says where it was taken, near 60.5° N 22.3° W',
    },
  },
  check({ source, fields, yaml, resolved, original, piece }, report) {
    if (!resolved) return
    const places = resolved.files.size === 0 ? [] : mediaPlaces({ source, fields, yaml })
    for (const { src, file, size } of resolved.files.values()) {
      const shown = places.find((place) => place.src === src)
      if (!shown || !pictures.test(src) || original?.resolved?.files.has(src)) continue
      const found = pictureLocation((start, length) => piece(file, start, Math.min(length, Math.max(0, size - start))))
      if (!found) continue
      const { latitude, longitude } = found
      const near = `${degrees(latitude, 'N', 'S')} ${degrees(longitude, 'E', 'W')}`
      report({
        message: `Picture that says where it was taken, near ${near}`,
        hint: `take it out: exiftool -gps:all= -xmp:geotag= ${src}; or export it again without the place`,
        at: shown.at,
      })
    }
  },
})

/** About ten kilometres exact: enough to know which picture it is, and not to give away more in a log. */
const degrees = (value: number, positive: string, negative: string): string =>
  `${Math.abs(value).toFixed(1)}° ${value < 0 ? negative : positive}`
