import type { Io } from './io.ts'

/** A line on the terminal that says how far a long build is; drawn ten times a second at most, and not at all for a short one. */
export function progressLine(io: Io): { step(done: number, all: number): void; end(): void } {
  const started = io.now()
  let drawn = started
  let visible = false
  return {
    step(done, all) {
      const now = io.now()
      if (now - started < 400 || now - drawn < 100) return
      drawn = now
      visible = true
      io.stderr(`\r${done}/${all} releases \u001B[K`)
    },
    end() {
      if (visible) io.stderr('\r\u001B[K')
    },
  }
}
