import type { Diagnostic } from '../../source/diagnostic.ts'
import { fromHere, type Reporter } from './reporter.ts'

/** For GitHub Actions, which shows each finding at its line of the pull request. */
export const github: Reporter = ({ diagnostics, root }) => diagnostics.map((one) => annotation(one, root)).join('')

/** A workflow command. Its values are escaped as its toolkit does: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function annotation({ file, position, severity, code, message, hint }: Diagnostic<string>, root: string): string {
  const place = position
    ? [
        `line=${position.start.line}`,
        `endLine=${position.end.line}`,
        `col=${position.start.column}`,
        `endColumn=${position.end.column}`,
      ]
    : []
  const kind = severity === 'info' ? 'notice' : severity
  const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  const properties = [`file=${property(fromHere(root, file))}`, ...place, `title=${property(code)}`].join(',')
  return `::${kind} ${properties}::${data(hint === undefined ? message : `${message}; ${hint}`)}\n`
}
