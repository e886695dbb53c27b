import type { Day } from '../calendar/day.ts'
import { boilerplateOn } from '../press-room/boilerplate.ts'
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
        return { code: 'unknown-fact', message: `Unknown fact "${name}"`, hint }
      }
      const hint = `add a value to templates/facts.yaml that holds from ${day} or earlier`
      return { code: 'fact-not-yet', message: `No value of "${name}" for ${day}, the first is of ${fact.from}`, hint }
    },
    boilerplate(id) {
      const found = boilerplateOn(room.boilerplate(id), day, language)
      return found.status === 'there' ? found.boilerplate : boilerplateFault(room, id, day, language, found)
    },
  }
}

function boilerplateFault(
  room: PressRoom,
  id: string,
  day: Day,
  language: Language,
  found: Exclude<ReturnType<typeof boilerplateOn>, { status: 'there' }>,
): Fault {
  switch (found.status) {
    case 'unknown': {
      const hint = didYouMean(id, room.names.boilerplate) ?? `add templates/boilerplate/${id}.md`
      return { code: 'unknown-boilerplate', message: `Unknown boilerplate "${id}"`, hint }
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
    const found = boilerplateOn(room.boilerplate(id), date, language)
    if (found.status !== 'there') {
      at(['boilerplate', i], boilerplateFault(room, id, date, language, found))
      return []
    }
    const { source, bodyStart, title } = found.boilerplate
    const document = keep(readSharedBody(source, bodyStart, reading))
    return document ? [{ id, title, document }] : []
  })
}
