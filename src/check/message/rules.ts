import { alternative } from './alternative.ts'
import { autoSubmitted } from './auto-submitted.ts'
import { draft } from './draft.ts'
import { fieldEncoding } from './field-encoding.ts'
import { headingCapitals } from './heading-capitals.ts'
import { imageOnly } from './image-only.ts'
import { lineEnding } from './line-ending.ts'
import { lineLength } from './line-length.ts'
import { releaseInBody } from './release-in-body.ts'
import { requiredFields } from './required-fields.ts'
import { sameWords } from './same-words.ts'
import { subject } from './subject.ts'
import { titleIsSubject } from './title-is-subject.ts'
import { unsubscribeFields } from './unsubscribe.ts'

/** The rules for a message as a whole, by what they are for; a new one is a file and a line here. */
export const groups = {
  'Its form': [alternative, lineLength, lineEnding, requiredFields, fieldEncoding],
  'What it says': [subject, titleIsSubject, sameWords, headingCapitals, imageOnly, releaseInBody],
  'How it is sent': [unsubscribeFields, autoSubmitted, draft],
} as const

/** Every rule for a message as a whole. */
export const rules = Object.values(groups).flat()

/** The name of a rule, as diagnostics and settings give it. */
export type MessageCode = (typeof rules)[number]['code']
