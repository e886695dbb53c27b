/** A question that a person answers with a line. */
export interface Question {
  readonly message: string
  /** What an answer may look like, shown where none is typed yet. */
  readonly example?: string
  /** The answer that is there to be changed. */
  readonly initial?: string
  /** What is wrong with an answer; it is asked for again. */
  fault(answer: string): string | undefined
}

/** Everything that a command needs of the world, so that a test can be it. */
export interface Io {
  readonly cwd: string
  /** The environment, in which the preview looks for an editor. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Data: what another program may read. */
  stdout(text: string): void
  /** Words to a person: progress, summaries, faults. */
  stderr(text: string): void
  /** Whether a person looks at stderr, so that progress may be drawn there. */
  readonly terminal: boolean
  readonly colour: boolean
  /** Milliseconds since 1970. */
  now(): number
  /** A signal for when the person asks for an end, as with Ctrl-C. From then on the command is to end by itself. */
  interrupted(): AbortSignal
  /** All that is piped into the command. */
  input(): Promise<Uint8Array>
  /** Asks the person at the terminal; nothing where the question was broken off. Not there without a terminal. */
  readonly ask?: (question: Question) => Promise<string | undefined>
  /** What the machine says of the person: the language as a tag, the time zone by its IANA name, and the home folder. */
  readonly here?: { readonly language: string; readonly timeZone: string; readonly home: string }
  /** Opens a file in the person's editor, and says whether that could be done. */
  readonly edit?: (file: string) => Promise<boolean>
}

/** What a command ends with. */
export const Exit = { fine: 0, findings: 1, usage: 2, ourBug: 70 } as const
export type ExitCode = (typeof Exit)[keyof typeof Exit]
