/** Words that say nothing of where a link leads, by language. */
const empty: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:click |read |see |tap |find out )?(?:here|more|this|this link|this page|at this link|read more|learn more|more info|more information|more here|details|link|website)|click|tap)$/iu,
  fr: /^(?:(?:cliquez |cliquer |lire |voir )?(?:ici|là|la suite|plus|en savoir plus|plus d[’']informations?|ce lien|sur ce lien|cette page|lien|cliquez))$/iu,
  es: /^(?:(?:haga clic |haz clic |pulse |pinche |ver |leer |clic )?(?:aquí|aqui|acá|más|leer más|saber más|más información|este enlace|en este enlace|esta página|enlace|link))$/iu,
  ar: /^(?:(?:اضغط |انقر |من )?(?:هنا|المزيد|اقرأ المزيد|للمزيد|هذا الرابط|على هذا الرابط|رابط|الرابط))$/u,
}

/** The languages whose empty words are known. */
export const knownEmptyLinks: readonly string[] = Object.keys(empty)

/** Whether the words of a link say nothing of where it leads, in one of some languages. Marks and arrows around them do not count. */
export function saysNothing(words: string, languages: readonly string[] = knownEmptyLinks): boolean {
  const bare = words.replace(/[*_]/g, '').replace(/^[\s«“"‘(]+|[\s\p{P}\p{S}]+$/gu, '')
  return languages.some((language) => empty[language]?.test(bare) === true)
}
