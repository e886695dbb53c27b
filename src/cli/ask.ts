import { isCancel, text } from '@clack/prompts'
import type { Readable } from 'node:stream'
import type { Question } from './io.ts'

/** Asks one question on the terminal, until the answer is right or the person breaks off with Ctrl-C or Ctrl-D. */
export async function ask({ message, example, initial, fault }: Question, keys: Readable): Promise<string | undefined> {
  const ended = new AbortController()
  // Readline closes at Ctrl-D and tells nobody who waits for the answer.
  const look = (_: unknown, key?: { readonly ctrl?: boolean; readonly name?: string }): void => {
    if (key?.ctrl === true && key.name === 'd') ended.abort()
  }
  keys.on('keypress', look)
  const answer = await text({
    message,
    ...(example !== undefined && { placeholder: example }),
    ...(initial !== undefined && { initialValue: initial }),
    validate: (value) => fault((value ?? '').trim()),
    signal: ended.signal,
  })
  keys.off('keypress', look)
  return isCancel(answer) ? undefined : (answer ?? '').trim()
}
