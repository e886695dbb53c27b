import { readLanguage } from '../../../press-room/language.ts'
import { isMap } from '../../../source/schema.ts'
import { defineRoomRule } from '../rule.ts'

/** Fewer words than this may be the same in two languages, such as numbers and names. */
const enough = 10

export const untranslatedLocale = defineRoomRule({
  code: 'untranslated-locale',
  severity: 'warning',
  summary: 'Translate the words of a language that the kit has none for',
  why: 'init puts the English words into the file of such a language, so that the press room can be built. Until they are translated, its releases go out with “FOR IMMEDIATE RELEASE” and “CONTACTS” above a text that is not English.',
  rate: 'not measured: archives have no such files',
  examples: {
    good: [
      `=== templates/locales/de.yaml\n${localeOf('Kontakt')}`,
      `=== templates/locales/en-AU.yaml\n${localeOf('CONTACTS')}`,
      '=== templates/locales/fr.yaml\nwords: { contacts: CONTACTS }\n',
    ],
    bad: {
      [`=== templates/locales/de.yaml\n${localeOf('CONTACTS')}`]: '1:1 English words for de, all 10',
    },
  },
  check({ room, locales }, report) {
    const english = room.locale('en').value?.words ?? {}
    for (const { source, yaml } of locales) {
      const language = readLanguage(/([^/]+)\.ya?ml$/.exec(source.file)?.[1] ?? '')
      const words = Object.entries(wordsIn(yaml.value))
      if (language === undefined || /^en\b/.test(language) || words.length < enough) continue
      if (words.some(([name, typed]) => english[name] !== typed)) continue
      report({
        message: `English words for ${language}, all ${words.length}`,
        hint: 'translate them; what stands in braces stays as it is',
        at: yaml.keyAt(['words']),
        in: source,
      })
    }
  },
})

function wordsIn(file: unknown): Readonly<Record<string, unknown>> {
  const words = isMap(file) ? (file as Record<string, unknown>)['words'] : undefined
  return isMap(words) ? (words as Record<string, unknown>) : {}
}

/** A locale file of ten words, for the examples. */
function localeOf(contacts: string): string {
  const words = `contacts: ${contacts}, immediate: FOR IMMEDIATE RELEASE, embargoed: EMBARGOED, withdrawn: WITHDRAWN, statement: STATEMENT, tel: "Tel:", mobile: "Mobile:", hours: "Hours:", when: "When:", until: "Until:"`
  return `words: { ${words} }\n`
}
