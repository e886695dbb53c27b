import { runsRightToLeft, type Language } from '../press-room/language.ts'

/** Where the words of a language stand in a press room. */
export const localePath = (language: Language): string => `templates/locales/${language.split('-')[0]}.yaml`

/**
 * The file of a language that the kit has no words for: the English ones, in the direction that the language is written in, so that the
 * press room can be built and somebody sees what is to be translated.
 */
export function borrowedLocale(language: Language, english: string): string {
  const words = english.replace(/^(?:#.*\n)+/, '')
  const direction = runsRightToLeft(language) ? words.replace(/^direction: ltr$/m, 'direction: rtl') : words
  return `# The English words. Translate them into ${language}; what stands in braces stays as it is.\n${direction}`
}
