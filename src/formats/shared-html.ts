import { eachBlock, eachInline, type Document } from '../markdown/tree.ts'
import { onceFor, onceForKey } from '../source/once.ts'

/**
 * Renders boilerplate once for each text and language, however many releases have it: a text that releases share names no files of
 * theirs. One with pictures is rendered for each, since a release may say of a picture what stands under it.
 */
export function sharedHtml(): (document: Document, language: string, render: () => string) => string {
  const rendered = onceForKey((_document: Document, _language: string, render: () => string) => render())
  return (document, language, render) => (hasPictures(document) ? render() : rendered(document, language, render))
}

const hasPictures = onceFor(({ blocks, footnotes }: Document): boolean => {
  let found = false
  for (const part of [blocks, ...footnotes]) {
    eachBlock(part, ({ type }) => (found ||= type === 'figure'))
    eachInline(part, ({ type }) => (found ||= type === 'image'))
  }
  return found
})
