/**
 * What a new file is begun with where something is still to come, as a pattern: brackets that begin with the language's word for "add".
 * A figure in them is not one of the release.
 */
export const toAdd = '\\[(?:add|ajouter|añadir|أضف)(?!\\p{L})[^\\]\\n]{0,120}\\]'
