import { spawn } from 'node:child_process'

/**
 * Opens a file in the editor that VISUAL or EDITOR name, which may come with arguments of its own, such as `code --wait`; else in what
 * the system opens such files with. Waits for it to end. Says whether it could be started.
 */
export function edit(file: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Promise<boolean> {
  const [command, args] = editorFor(file, env['VISUAL'] || env['EDITOR'], platform)
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', windowsVerbatimArguments: platform === 'win32' })
    child.once('error', () => resolve(false))
    child.once('close', (code) => resolve(code === 0))
  })
}

/** The command that opens a file. The file is an argument of its own, so that no name of one is run by a shell. */
export function editorFor(file: string, editor: string | undefined, platform: NodeJS.Platform): [string, string[]] {
  if (platform === 'win32') return ['cmd.exe', ['/d', '/s', '/c', `"${editor ?? 'start ""'} "${file}""`]]
  if (editor) return ['sh', ['-c', `${editor} "$1"`, editor, file]]
  return platform === 'darwin' ? ['open', ['-t', file]] : ['xdg-open', [file]]
}
