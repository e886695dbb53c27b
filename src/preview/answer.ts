import { createReadStream, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Refused } from './wire.ts'

/** What every answer says: no other site may use it, and nobody keeps it. */
const always = {
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** The page itself: its own script and style sheet, and nothing from anywhere else. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A release in its frame: its own styles and the pictures that this server has; nothing runs, and nothing is fetched elsewhere. */
export const framePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ')

const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...always,
    'Content-Security-Policy': filePolicy,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  })
  response.end(body)
}

export const sendJson = (response: ServerResponse, value: unknown, status = 200): void =>
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value))

/** What could not be done, in words that the page shows. */
export const refuse = (response: ServerResponse, status: number, fault: string): void =>
  sendJson(response, { fault } satisfies Refused, status)

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
}

/** Sends a file that stands on the disk. Pictures are shown; of anything else the browser makes a download. */
export async function sendFile(response: ServerResponse, path: string): Promise<void> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return refuse(response, 404, 'Not found')
  const type = mediaTypes[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '']
  response.writeHead(200, {
    ...always,
    'Content-Security-Policy': filePolicy,
    'Content-Type': type ?? 'application/octet-stream',
    ...(type === undefined && { 'Content-Disposition': 'attachment' }),
  })
  // A file that goes while it is sent ends the answer.
  await pipeline(createReadStream(path), response).catch(() => response.destroy())
}
