import { report } from '../report.ts'
import type { Reporter } from './reporter.ts'

/** For people. */
export const pretty: Reporter = ({ diagnostics, colour, lineOf }) => report(diagnostics, colour, lineOf)
