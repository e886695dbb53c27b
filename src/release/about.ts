import type { Day } from '../calendar/day.ts'
import { type Boilerplate, boilerplateOn } from '../press-room/boilerplate.ts'
import { factOn } from '../press-room/facts.ts'
import { type Language, inLanguage } from '../press-room/language.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { Outcome } from '../source/diagnostic.ts'
import { didYouMean } from '../source/nearest.ts'
import { type Reading, readSharedBody } from './body.ts'
import type { Vocabulary } from './expand.ts'
import type { At, Fault } from './fault.ts'
import type { About } from './resolved.ts'

/** What a body may ask for: facts and boilerplate of a day, in a language. */
export function vocabularyOf(room: PressRoom, day: Day, language: Language): Vocabulary {
  return {
    language,
    fact(name) {
      const fact = factOn(room.fact(name), day)
      if (fact.status === 'known') return { value: inLanguage(fact.value, language, room.settings.language) }
      if (fact.status === 'unknown') {
        const hint = didYouMean(name, room.names.facts) ?? 'facts are in templates/facts.yaml'
        return { code: 'unknown-fact', message: `Unknown fact "${name}"`, hint, because: room.faults('fact', name) }
      }
      const hint = `add a value to templates/facts.yaml that holds from ${day} or earlier`
      return { code: 'fact-not-yet', message: `No value of "${name}" for ${day}, the first is of ${fact.from}`, hint }
    },
    boilerplate: (id) => boilerplateFor(room, id, day, language),
  }
}

function boilerplateFor(room: PressRoom, id: string, day: Day, language: Language): Boilerplate | Fault {
  const because = room.faults('boilerplate', id)
  // Which version is right cannot be said where one of them cannot be read.
  const found = boilerplateOn(because.length > 0 ? [] : room.boilerplate(id), day, language)
  switch (found.status) {
    case 'there':
      return found.boilerplate
    case 'unknown': {
      const hint = didYouMean(id, room.names.boilerplate) ?? `add templates/boilerplate/${id}.md`
      return { code: 'unknown-boilerplate', message: `Unknown boilerplate "${id}"`, hint, because }
    }
    case 'not-yet': {
      const hint = `add templates/boilerplate/${id}/${day}.md, or an earlier version`
      return {
        code: 'boilerplate-not-yet',
        message: `No version of "${id}" for ${day}, the first is of ${found.from}`,
        hint,
      }
    }
    case 'not-in-language':
      return {
        code: 'missing-translation',
        message: `Missing translation of "${id}" into ${language}`,
        hint: `add ${found.mend}`,
      }
  }
}

interface AboutContext {
  readonly room: PressRoom
  readonly date: Day
  readonly language: Language
  readonly reading: Reading
  readonly at: At
  readonly keep: <T>(outcome: Outcome<T>) => T | undefined
}

/** The About texts of a release, in the order of their ids. */
export function aboutOf(ids: readonly string[], { room, date, language, reading, at, keep }: AboutContext): About[] {
  return ids.flatMap((id, i) => {
    const found = boilerplateFor(room, id, date, language)
    if ('message' in found) {
      at(['boilerplate', i], found)
      return []
    }
    const { source, bodyStart, title } = found
    const document = keep(readSharedBody(source, bodyStart, reading))
    return document ? [{ id, title, document }] : []
  })
}
