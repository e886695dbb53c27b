import type { Refused } from '../wire.ts'

/** What the server could not do, in its words. */
export class Refusal extends Error {}

/** What is said where the server is not there any more. */
export const ended = 'The preview has ended: start it again, and this page goes on'

/** Asks the server for data. Throws a Refusal with its reason, or where nobody answers. */
export const ask = <T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> =>
  answerOf<T>(fetch(`${path}?${new URLSearchParams(query).toString()}`))

/** Has the server do something on this machine; only a page that it sent itself knows the token. */
export async function order(path: string, body: object): Promise<void> {
  const token = document.querySelector('meta[name=token]')?.getAttribute('content') ?? ''
  const headers = { 'Content-Type': 'application/json', 'X-Token': token }
  await answerOf(fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

async function answerOf<T>(asked: Promise<Response>): Promise<T> {
  const answered = asked.then(async (response) => ({ ok: response.ok, answer: (await response.json()) as unknown }))
  const { ok, answer } = await answered.catch(() => ({ ok: false, answer: { fault: ended } satisfies Refused }))
  if (!ok) throw new Refusal((answer as Refused).fault)
  return answer as T
}
