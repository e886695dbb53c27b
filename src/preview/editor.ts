import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'

/** Where a program is looked for: an environment such as `process.env`, and the name of the system. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
}

/** A place in a file to open an editor at; lines and columns count from 1. */
export interface EditorPlace {
  readonly path: string
  readonly line: number
  readonly column: number
}

/** A program with the arguments that stand before those of ours. */
export interface Editor {
  readonly program: string
  readonly args: readonly string[]
}

/** Editors with a window, the most common first: what is looked for where nobody has named one. */
const common = ['code', 'cursor', 'codium', 'zed', 'subl', 'gedit', 'kate', 'mate', 'idea', 'webstorm', 'notepad++']

/** Editors that need a terminal of their own, which a server has not. */
const inTerminal = /^(?:vim?|nvim|view|nano|pico|micro|hx|helix|kak|joe|ne|ed|emacs|emacsclient)$/

/**
 * The editor that is named, and no other; without a name that of VISUAL or EDITOR, else one that is there. One that needs a terminal is
 * passed over.
 */
export function findEditor(named: string | undefined, machine: Machine): Editor | undefined {
  const { VISUAL, EDITOR } = machine.env
  for (const command of named === undefined ? [VISUAL, EDITOR, ...common] : [named]) {
    const editor = command === undefined ? undefined : asEditor(command, machine)
    if (editor && !needsTerminal(editor)) return editor
  }
  return undefined
}

/** Why an editor that is named opens no file, and what to do; nothing where it does. */
export function editorFault(named: string, machine: Machine): string | undefined {
  const editor = asEditor(named, machine)
  if (!editor) return `no program "${named}" was found\nname one that is in the PATH, or give its full path`
  if (!needsTerminal(editor)) return undefined
  return `"${named}" needs a terminal of its own\nname an editor with a window, such as --editor code`
}

function asEditor(named: string, machine: Machine): Editor | undefined {
  const command = named.trim()
  const [first = '', ...args] = existsSync(command) ? [command] : command.split(/\s+/)
  const program = first === '' ? undefined : findProgram(first, machine)
  return program === undefined ? undefined : { program, args }
}

const needsTerminal = ({ program }: Editor): boolean => inTerminal.test(nameOf(program))

const nameOf = (program: string): string =>
  basename(program)
    .replace(/\.(?:exe|cmd|bat|sh)$/i, '')
    .toLowerCase()

/** The full path of a program. What Windows starts by a script (`code.cmd`) is started by the program beside it, without a shell. */
function findProgram(name: string, { env, platform }: Machine): string | undefined {
  if (/[\\/]/.test(name)) return existsSync(name) ? name : undefined
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean)
  const found = (endings: readonly string[]): string | undefined =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))).find((path) => existsSync(path))
  if (platform !== 'win32') return found([''])
  const script = found(['.cmd'])
  const beside = script && join(dirname(script), '..', `${name.charAt(0).toUpperCase()}${name.slice(1)}.exe`)
  return found(['.exe', '.com']) ?? (beside !== undefined && existsSync(beside) ? beside : undefined)
}

/** How an editor is told the line: each has a way of its own. */
export function placeArguments({ program }: Editor, { path, line, column }: EditorPlace): string[] {
  const name = nameOf(program)
  if (/^(?:code|code-insiders|cursor|codium|vscodium|windsurf|positron)$/.test(name))
    return ['-g', `${path}:${line}:${column}`]
  if (/^(?:subl|sublime_text|zed|atom)$/.test(name)) return [`${path}:${line}:${column}`]
  if (/^(?:idea|webstorm|phpstorm|pycharm|rubymine|goland|clion)(?:64)?$/.test(name))
    return ['--line', String(line), '--column', String(column), path]
  if (name === 'mate') return ['-l', `${line}:${column}`, path]
  if (name === 'kate') return ['-l', String(line), '-c', String(column), path]
  if (name === 'gedit' || name === 'gvim') return [`+${line}`, path]
  if (name === 'notepad++') return [`-n${line}`, `-c${column}`, path]
  return [path]
}

/** Opens a file in an editor, without a shell, and leaves it running. Says why where that did not work. */
export async function openInEditor(editor: Editor, place: EditorPlace): Promise<string | undefined> {
  return startProgram(editor.program, [...editor.args, ...placeArguments(editor, place)])
}

/** Opens an address in the browser that the system knows. */
export async function openInBrowser(address: string, platform: string): Promise<string | undefined> {
  if (platform === 'win32') return startProgram('rundll32', ['url.dll,FileProtocolHandler', address])
  return startProgram(platform === 'darwin' ? 'open' : 'xdg-open', [address])
}

function startProgram(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore', shell: false, windowsHide: false })
    child.once('error', (error) => resolve(`${basename(program)} cannot be started: ${error.message}`))
    child.once('spawn', () => {
      child.unref()
      resolve(undefined)
    })
  })
}
