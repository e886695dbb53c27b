import { isCancel, text } from '@clack/prompts'
import type { Question } from './io.ts'

/** Asks one question on the terminal, until the answer is right or the person breaks off with Ctrl-C. */
export async function ask({ message, example, initial, fault }: Question): Promise<string | undefined> {
  const answer = await text({
    message,
    ...(example !== undefined && { placeholder: example }),
    ...(initial !== undefined && { initialValue: initial }),
    validate: (value) => fault((value ?? '').trim()),
  })
  return isCancel(answer) ? undefined : (answer ?? '').trim()
}
