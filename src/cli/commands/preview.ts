import { InvalidArgumentError, type Command } from 'commander'
import { resolve } from 'node:path'
import { blockedPorts } from '../../preview/ports.ts'
import { tellFaults, moment } from '../common.ts'
import { Exit, type ExitCode, type Io } from '../io.ts'

interface Flags {
  readonly root: string
  readonly port?: number
  readonly open?: boolean
  readonly editor?: string
  readonly now?: number
}

export function addPreview(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('preview')
    .description('show the releases in your browser, in every format, while you write')
    .option('--root <dir>', 'the folder that holds press.yaml', '.')
    .option('--port <number>', 'the port of the page (default: 4040, or the next that is free)', portNumber)
    .option('--open', 'open the page in the browser')
    .option(
      '--editor <command>',
      'the editor that opens files, such as code (default: VISUAL, EDITOR, or one that is there)',
    )
    .option('--now <time>', 'the moment that counts as now, such as "2026-12-01 09:00 Europe/Amsterdam"', moment)
    .action(async (flags: Flags) => end(await previewCommand(flags, io)))
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('It takes a number up to 65535.')
  if (blockedPorts.has(port)) throw new InvalidArgumentError('Browsers open no page at this port.')
  return port
}

/** Shows the press room until Ctrl-C. What is wrong with it is shown in the page; the end is fine. */
async function previewCommand(flags: Flags, io: Io): Promise<ExitCode> {
  const { port, editor, open = false, now } = flags
  const root = resolve(io.cwd, flags.root)
  const interrupted = io.interrupted()
  const [{ startPreview }, { editorFault, findEditor, openInBrowser }, { platform }] = await Promise.all([
    import('../../preview/preview.ts'),
    import('../../preview/editor.ts'),
    import('node:os'),
  ])
  const machine = { env: io.env, platform: platform() }
  const fault = editor === undefined ? undefined : editorFault(editor, machine)
  if (fault !== undefined) {
    io.stderr(`error: ${fault}\n`)
    return Exit.usage
  }
  const options = {
    env: io.env,
    now: () => now ?? io.now(),
    ...(port !== undefined && { port }),
    ...(editor !== undefined && { editor }),
  }
  try {
    const { value: preview, diagnostics } = await startPreview(root, options)
    if (!preview) {
      await tellFaults(diagnostics, root, io)
      return Exit.usage
    }
    io.stdout(`${preview.address}\n`)
    io.stderr('Ctrl-C ends it\n')
    if (!findEditor(editor, machine))
      io.stderr('No editor with a window was found: name one to open files from the page, such as --editor code\n')
    if (open) {
      const unopened = await openInBrowser(preview.address, machine.platform)
      if (unopened !== undefined) io.stderr(`The browser was not opened: ${unopened}\n`)
    }
    if (!interrupted.aborted)
      await new Promise<void>((ended) => interrupted.addEventListener('abort', () => ended(), { once: true }))
    await preview.close()
    return Exit.fine
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    io.stderr(
      `error: port ${port} is ${code === 'EACCES' ? 'not for everyone' : 'taken'}\nname another one, or leave --port out\n`,
    )
    return Exit.usage
  }
}
