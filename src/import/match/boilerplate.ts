import type { Day } from '../../calendar/day.ts'
import { renderText } from '../../markdown/text.ts'
import { boilerplateOn, type Boilerplate } from '../../press-room/boilerplate.ts'
import { sameLanguage, type Language } from '../../press-room/language.ts'
import type { PressRoom } from '../../press-room/press-room.ts'
import { vocabularyOf } from '../../release/about.ts'
import { readSharedBody } from '../../release/body.ts'
import { noMedia } from '../../release/media.ts'
import type { Section } from '../draft.ts'
import { wordsOf } from '../runs.ts'
import { compare, differenceInWords } from './compare.ts'

export interface BoilerplateMatch {
  readonly id: string
  readonly how: 'known' | 'near'
  readonly differences: readonly string[]
  /** Its heading and its text, as the release will have them. */
  readonly words: string
}

/** From this likeness on a text is taken for another version of the one here: of 100 words 80 are the same and in the same order. */
const near = 0.8

/** What a boilerplate says on a day, as plain text. */
export function textOfBoilerplate(
  { source, bodyStart, title }: Boilerplate,
  room: PressRoom,
  day: Day,
  language: Language,
): string {
  const locale = room.locale(language).value
  const dialect = { quotes: locale?.quotes ?? ['“', '”', '‘', '’'], rawHtml: room.settings.rawHtml }
  const { value } = readSharedBody(source, bodyStart, {
    dialect,
    vocabulary: vocabularyOf(room, day, language),
    media: noMedia,
  })
  const text = value
    ? renderText(value, { wrap: undefined, ascii: false, link: () => undefined, caption: () => '' })
    : ''
  return `${title}\n${text}`
}

/** The boilerplate of the press room that an About text is: word for word, or nearly; none where none is near. */
export function matchBoilerplate(
  section: Section,
  room: PressRoom,
  day: Day,
  language: Language,
): BoilerplateMatch | undefined {
  const own = `${section.title}\n${section.blocks.map(wordsOf).join('\n')}`
  const all = room.names.boilerplate.flatMap((id) =>
    room
      .boilerplate(id)
      .filter((one) => sameLanguage(one.language, language))
      .map((version) => {
        const text = textOfBoilerplate(version, room, day, language)
        return { id, version, text, ...compare(own, text) }
      }),
  )
  const [best] = all.sort((a, b) => b.likeness - a.likeness)
  if (!best || best.likeness < near) return undefined
  const inForce = boilerplateOn(room.boilerplate(best.id), day, language)
  const isInForce = inForce.status === 'there' && inForce.boilerplate === best.version
  const chosen =
    isInForce || inForce.status !== 'there' ? best : all.find(({ version }) => version === inForce.boilerplate)
  const { differences, text } = chosen ?? best
  const said = differences.map((one) => differenceInWords(one, best.id))
  if (inForce.status !== 'there') said.push(`there is no version of it for ${day}`)
  return { id: best.id, how: said.length === 0 ? 'known' : 'near', differences: said, words: text }
}
