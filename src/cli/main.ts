#!/usr/bin/env node
import { homedir } from 'node:os'
import { callHands } from '../build/hands.ts'
import { keepCompiledCode } from '../source/compiled-code.ts'
import type { Io, Question } from './io.ts'
import { run } from './run.ts'

const { stderr, stdout, env } = process
const io: Io = {
  cwd: process.cwd(),
  env,
  stdout: (text) => stdout.write(text),
  stderr: (text) => stderr.write(text),
  terminal: stderr.isTTY,
  colour:
    env['FORCE_COLOR'] !== undefined
      ? env['FORCE_COLOR'] !== '0'
      : stderr.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  now: () => Date.now(),
  async input() {
    const parts: Uint8Array[] = []
    for await (const part of process.stdin) parts.push(part as Uint8Array)
    return Buffer.concat(parts)
  },
  interrupted() {
    const ending = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort())
    return ending.signal
  },
  // Where no terminal shows the questions, Node need not get standard input ready.
  ...(stdout.isTTY &&
    process.stdin.isTTY && {
      ask: async (question: Question) => (await import('./ask.ts')).ask(question, process.stdin),
    }),
  get here() {
    const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
    return { language: locale, timeZone, home: homedir() }
  },
  edit: async (file) => (await import('./editor.ts')).edit(file, env, process.platform),
}
/** Whoever reads may stop reading, as `head` does. */
const unlessClosed = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
}
stdout.on('error', unlessClosed)
stderr.on('error', unlessClosed)
const args = process.argv.slice(2)
const [command] = args
if (command === 'build' || command === 'check') callHands(command, args, io.cwd)
async function main(): Promise<void> {
  process.exitCode = await run(args, io)
  keepCompiledCode()
  for (const stream of [stdout, stderr]) await flushed(stream)
  // Without this, Node gives all memory back piece by piece before it ends.
  process.exit()
}

/** What is written to a pipe may still be on its way. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((done) => (stream.writableLength === 0 ? done() : stream.write('', () => done())))

void main()
