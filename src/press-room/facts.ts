import type * as v from 'valibot'
import { asOf, type Day } from '../calendar/day.ts'
import { dayField } from '../calendar/day-field.ts'
import { fields, listOf, optional, recordOf, text } from '../source/schema.ts'
import { localizedText, type Localized } from './language.ts'

const factSchema = fields({
  value: localizedText('The figure, as it is to be read: 34, or a word in each language'),
  from: optional(dayField('The day from which it holds')),
  source: optional(text('Where it is from')),
  review: optional(dayField('When it is to be looked at again')),
})

/** templates/facts.yaml: figures that go stale, by name, each with its values over time. */
export const factsSchema = recordOf(listOf(factSchema, 'The values over time'), 'Facts by name')
export type Fact = v.InferOutput<typeof factSchema>

export type FactOnDay =
  | { readonly status: 'known'; readonly value: Localized }
  | { readonly status: 'unknown' }
  | { readonly status: 'not-yet'; readonly from: Day }

/** The figure as of a day, of its values over time. */
export function factOn(values: readonly Fact[], day: Day): FactOnDay {
  const fact = asOf(values, day)
  if (fact) return { status: 'known', value: fact.value }
  const first = values.map(({ from }) => from).sort()[0]
  return first === undefined ? { status: 'unknown' } : { status: 'not-yet', from: first }
}
