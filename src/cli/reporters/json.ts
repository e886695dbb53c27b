import type { Reporter } from './reporter.ts'

/** For programs: the diagnostics as they are. */
export const json: Reporter = ({ diagnostics }) => `${JSON.stringify({ diagnostics }, undefined, 2)}\n`
