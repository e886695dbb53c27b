import { releasesIn } from '../build/sources.ts'
import { readLanguage, sameLanguage } from '../press-room/language.ts'
import { openPressRoom } from '../press-room/open.ts'
import { readReleaseName } from '../release/file-name.ts'
import { readRelease } from '../release/read.ts'
import { diagnose, hasErrors, type Outcome } from '../source/diagnostic.ts'
import { sourceText } from '../source/text.ts'
import { findRelease, unreadable } from './find-release.ts'
import { releaseAt } from './house.ts'
import { translationOf } from './translate.ts'
import { wordingOf } from './wording.ts'
import { fileExists, writeNew } from './write-new.ts'

export interface NewTranslationOptions {
  /** The release that is to be translated, by its path from the press room or its slug. */
  readonly of: string
  readonly language: string
}

/** A translation that was begun. */
export interface NewTranslation {
  /** The path from the press room. */
  readonly file: string
  readonly slug: string
  readonly language: string
  /** How many places wait for words. */
  readonly places: number
}

/**
 * Begins the translation of a release, beside it: everything but the words is filled in, and the original stands above each place as
 * a comment. What a translation takes from its original is left out. It is a draft of its own. Overwrites nothing. Throws only what
 * the disk throws when it is read.
 */
export async function createTranslation(
  root: string,
  options: NewTranslationOptions,
): Promise<Outcome<NewTranslation>> {
  const { value: room, ...faulty } = await openPressRoom(root)
  if (!room) return faulty
  const { value: groups, ...unread } = await releasesIn(root)
  if (!groups) return unread
  const { value: found, ...unknown } = findRelease(groups, options.of)
  if (!found) return unknown
  const { path } = found.file
  const refuse = (message: string, hint: string) => ({
    diagnostics: [diagnose({ file: path }, undefined, 'invalid-value', message, { hint })],
  })
  const language = readLanguage(options.language)
  if (language === undefined)
    return refuse(`No such language tag, "${options.language}"`, 'write it as en, fr-CA or ar')
  const original = releaseAt(room, found.file)
  if (!original) return unreadable(path)
  if (found.file.name.language !== undefined)
    return refuse('The release is a translation itself', 'translate the original')
  if (original.language === language || (sameLanguage(original.language, language) && !language.includes('-')))
    return refuse(`The release is in ${original.language} already`, 'name another language')
  const file = path.replace(/(\.[^./]+)$/, `.${language}$1`)
  const there = found.group.files.find(({ name }) => name.language === language)
  if (there) return { diagnostics: [fileExists(there.path, 'it is translated already; go on there')] }
  const text = translationOf(original, room, language)
  const name = readReleaseName(file)
  if (!name) return refuse('The name of the file says no language', 'rename it as 2026-12-01-name.md')
  const { diagnostics } = readRelease(sourceText(file, text), name, room.settings)
  if (hasErrors(diagnostics)) return { diagnostics }
  const failed = writeNew(room.root, new Map([[file, text]]))
  if (failed.length > 0) return { diagnostics: failed }
  const places = text.split(wordingOf(language).translation).length - 1
  const missing = room.locale(language).diagnostics.map((one) => ({ ...one, severity: 'warning' as const }))
  return { value: { file, slug: found.group.slug, language, places }, diagnostics: [...diagnostics, ...missing] }
}
