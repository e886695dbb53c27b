import type * as v from 'valibot'
import { languageField } from '../../press-room/language.ts'
import { kinds } from '../../release/fields.ts'
import { choice, fields, flag, listOf, optional, recordOf, text, words } from '../../source/schema.ts'

/** rules/<name>.yaml, as it is written: a rule of the press room's own. */
export const ownRuleSchema = fields({
  $schema: optional(text('The JSON Schema of this file, for editors')),
  summary: words('What to do, in a sentence'),
  why: optional(words('Who says so, and what for')),
  severity: optional(choice(['error', 'warning', 'info'], 'How much it matters; a warning where nothing is said')),
  languages: optional(listOf(languageField('A language'), 'The languages that it is about; all where none is named')),
  kinds: optional(listOf(choice(kinds, 'A kind'), 'The kinds of release that it is about; all where none is named')),
  words: optional(recordOf(text('What to write instead'), 'What is not to be written, each with what is')),
  phrases: optional(listOf(words('Words'), 'What is not to be written at all')),
  names: optional(listOf(words('A name'), 'Names in the only spelling of capitals and small letters that is right')),
  except: optional(listOf(words('Words'), 'Where it is right all the same, such as the name of a law')),
  quotes: optional(flag('Also in what somebody says')),
  fix: optional(flag('Let --fix write what is right')),
  examples: optional(
    fields({
      good: optional(listOf(words('A text'), 'Texts in which the rule finds nothing')),
      bad: optional(listOf(words('A text'), 'Texts in which it finds something')),
    }),
  ),
})
export type OwnRuleFile = v.InferOutput<typeof ownRuleSchema>
