/** Everything that a command needs of the world, so that a test can be it. */
export interface Io {
  readonly cwd: string
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
}

/** What a command ends with. */
export const Exit = { fine: 0, findings: 1, usage: 2, ourBug: 70 } as const
export type ExitCode = (typeof Exit)[keyof typeof Exit]
