/** What the languages of a release must agree in. */
export const translations = [] as const
