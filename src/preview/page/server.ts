import type { Refused } from '../wire.ts'

/** What the server could not do, in its words. */
export class Refusal extends Error {}

/** Asks the server for data. Throws a Refusal with its reason. */
export async function ask<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
  return answerOf<T>(await fetch(`${path}?${new URLSearchParams(query).toString()}`))
}

/** Has the server do something on this machine; only a page that it sent itself knows the token. */
export async function order(path: string, body: object): Promise<void> {
  const token = document.querySelector('meta[name=token]')?.getAttribute('content') ?? ''
  const headers = { 'Content-Type': 'application/json', 'X-Token': token }
  await answerOf(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

async function answerOf<T>(response: Response): Promise<T> {
  const answer: unknown = await response.json()
  if (!response.ok) throw new Refusal((answer as Refused).fault)
  return answer as T
}
