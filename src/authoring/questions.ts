import * as v from 'valibot'
import { isZone, nearestZone } from '../calendar/zone.ts'
import { brandFields, brandOf, lowContrast } from '../press-room/brand.ts'
import { contactSchema } from '../press-room/contacts.ts'
import { emailAddress } from '../press-room/email-address.ts'
import { readLanguage, sameLanguage } from '../press-room/language.ts'
import { webAddress } from '../press-room/web-address.ts'
import { sourceText } from '../source/text.ts'
import { readYaml } from '../source/yaml.ts'
import { logoFault } from './press-room.ts'
import { international } from './room-files.ts'

/** What was answered so far, by the names of the questions. An empty answer is one. */
export type Answers = Readonly<Record<string, string>>

/** One thing to be known for a press room. */
export interface RoomQuestion {
  /** The name of the flag that answers it, without the hyphens; `name-in fr` where a flag answers for one language. */
  readonly name: string
  readonly message: string
  readonly example?: string
  /** The usual answer, where there is one. */
  readonly initial?: string
  readonly required?: boolean
  /** What is wrong with an answer that is not empty. */
  fault(answer: string): string | undefined
}

/** What the machine says of the person at it. */
export interface Here {
  readonly language: string
  readonly timeZone: string
}

/** The languages of an answer such as `en-US, fr`. */
export const languagesIn = (answer: string): string[] => answer.split(/[\s,;]+/).filter((tag) => tag !== '')

/**
 * The questions for a press room, in their order: those after the languages depend on these. `path` finds a file that somebody
 * names.
 */
export function roomQuestions(answers: Answers, here: Here, path: (typed: string) => string): RoomQuestion[] {
  const others = languagesIn(answers['languages'] ?? '').slice(1)
  const name = answers['name'] || 'your organization'
  return [
    {
      name: 'name',
      message: 'What is your organization called, in full?',
      example: 'Example Yard',
      required: true,
      fault: fine,
    },
    {
      name: 'short-name',
      message: 'And for short? Leave it empty where it has no other name',
      example: 'the Yard',
      fault: fine,
    },
    {
      name: 'languages',
      message: 'In which languages do you write? The usual one first',
      initial: usualLanguage(here.language),
      required: true,
      fault: languagesFault,
    },
    ...others.map((tag) => ({
      name: `name-in ${tag}`,
      message: `What is it called in ${languageInEnglish(tag)}? Leave it empty where it is the same`,
      fault: fine,
    })),
    {
      name: 'time-zone',
      message: 'In which time zone is your press office?',
      initial: here.timeZone,
      required: true,
      fault: zoneFault,
    },
    {
      name: 'base-url',
      message: 'Where on the web will the releases stand? Leave it empty if you do not know yet',
      example: 'https://press.example.org/',
      fault: (answer) => schemaFault(webAddress(''), answer),
    },
    {
      name: 'accent',
      message: 'What is your colour? Links and one line are drawn in it',
      initial: '#1b4b8f',
      required: true,
      fault: colourFault,
    },
    {
      name: 'logo',
      message: 'Where is your logo? A PNG, JPEG or GIF, which is copied; leave it empty for none',
      example: 'logo.png',
      fault: (answer) => logoFault(path(answer)),
    },
    {
      name: 'contact-name',
      message: 'Whom may journalists call?',
      example: 'Ana Example',
      required: true,
      fault: fine,
    },
    { name: 'contact-role', message: 'In which role?', example: 'Press officer', fault: fine },
    {
      name: 'contact-phone',
      message: 'At which number? With + and the code of the country',
      example: '+358 2 555 0100',
      fault: phoneFault,
    },
    {
      name: 'contact-email',
      message: 'And by which email address?',
      example: 'press@example.org',
      required: true,
      fault: (answer) => schemaFault(emailAddress(''), answer),
    },
    {
      name: 'place',
      message: 'In which city is your press office? It begins each release',
      example: 'Turku',
      fault: fine,
    },
    {
      name: 'about',
      message: `What is ${name}? A sentence or two, for the end of each release`,
      example: `${name} builds ferries.`,
      required: true,
      fault: fine,
    },
    ...others.map((tag) => ({
      name: `about-in ${tag}`,
      message: `The same in ${languageInEnglish(tag)}? Leave it empty if it is still to be written`,
      fault: fine,
    })),
  ]
}

const fine = (): undefined => undefined

/** The language of the machine where the kit has its words, else American English. */
const usualLanguage = (tag: string): string =>
  ['en', 'fr', 'es', 'ar'].some((known) => sameLanguage(known, tag)) ? (readLanguage(tag) ?? 'en-US') : 'en-US'

const languageInEnglish = (tag: string): string => new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag

function languagesFault(answer: string): string | undefined {
  const tags = languagesIn(answer)
  const wrong = tags.find((tag) => readLanguage(tag) === undefined)
  if (wrong !== undefined) return `No such language tag, "${wrong}"; write it as en, fr-CA or ar`
  const twice = tags.find((tag, i) => tags.findIndex((one) => readLanguage(one) === readLanguage(tag)) < i)
  return twice === undefined ? undefined : `The same language twice, "${twice}"`
}

function zoneFault(answer: string): string | undefined {
  if (isZone(answer)) return undefined
  const near = nearestZone(answer)
  return `Unknown time zone "${answer}"; ${near ? `did you mean "${near}"?` : 'use a name such as Europe/Amsterdam'}`
}

/** A colour is to be one, and to be read on its grounds by day and by night. */
function colourFault(accent: string): string | undefined {
  const fault = schemaFault(brandFields, { accent })
  if (fault !== undefined) return fault.replace(', in quotation marks', '')
  const source = sourceText('press.yaml', `brand: { accent: "${accent}" }\n`)
  const yaml = readYaml(source).value
  const [low] = yaml ? lowContrast(brandOf({ accent }), { accent }, yaml, source) : []
  return low && `${low.message}; ${low.hint}`
}

function phoneFault(answer: string): string | undefined {
  const shown = international(answer)
  if (!shown.startsWith('+')) return `Not an international number, "${answer}"; write it as +31 70 311 1085`
  return schemaFault(contactSchema, { name: 'x', phone: shown })
}

function schemaFault(schema: v.GenericSchema, value: unknown): string | undefined {
  return v.safeParse(schema, value).issues?.[0]?.message.replace(/^[a-z-]+: /, '')
}
