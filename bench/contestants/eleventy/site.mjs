import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { releasesOf, slugOf, withPlainQuotes } from '../parts.mjs'

/**
 * Writes the releases of a press room where Eleventy reads them, with the address of each.
 * @param {string} root the press room
 * @param {string} site the folder to write to
 */
export function writeSite(root, site) {
  mkdirSync(join(site, 'releases'), { recursive: true })
  for (const name of releasesOf(root)) {
    const source = withPlainQuotes(readFileSync(join(root, 'releases', name), 'utf8'))
    const slug = slugOf(name)
    writeFileSync(
      join(site, 'releases', name),
      source.replace('---\n', `---\nslug: ${slug}\npermalink: releases/${slug}/index.html\ntags: release\n`),
    )
  }
}
