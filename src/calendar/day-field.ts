import * as v from 'valibot'
import { json } from '../source/schema.ts'
import { isDay, whyNoDay, type Day } from './day.ts'

/** A field that holds a day. */
export const dayField = (about: string) =>
  v.pipe(
    v.string('expected a date'),
    v.rawTransform<string, Day>(({ dataset, addIssue, NEVER }) => {
      if (isDay(dataset.value)) return dataset.value
      addIssue({ message: whyNoDay(dataset.value) })
      return NEVER
    }),
    v.description(about),
    json({ type: 'string', format: 'date' }),
  )
