/** Is this a language tag that names a language, by the form of BCP 47? `und` is one for "not said". */
export function isLanguage(tag: string): boolean {
  if (tag.toLowerCase() === 'und') return false
  try {
    return new Intl.Locale(tag).language.length <= 3
  } catch {
    return false
  }
}
