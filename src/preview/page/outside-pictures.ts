/**
 * Puts a box that says why into the place of each picture from another host. The policy of the frames lets nothing be fetched there, and
 * the sign of a broken picture would look like a fault of the release.
 */
export function labelOutsidePictures({ images }: Document): void {
  for (const image of images) {
    const [scheme = '', , host = ''] = image.src.split('/')
    if (!/^https?:$/.test(scheme) || host === location.host) continue
    image.title = `Not fetched for the preview: ${host}`
    image.removeAttribute('srcset')
    image.src = `data:image/svg+xml,${encodeURIComponent(boxWith('Not fetched for the preview:', host))}`
  }
}

const boxWith = (...lines: readonly string[]): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="13" fill="#5d5a53">' +
  '<rect width="100%" height="100%" fill="#ecebe6"/>' +
  `${lines.map((line, i) => `<text x="12" y="${24 + i * 20}">${line}</text>`).join('')}</svg>`
