import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // On two processors Vitest would use one of them.
    maxWorkers: '100%',
    // What is imported is imported once for all files of a worker, which takes a fifth of the time away.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default', './tests/support/count-reporter.ts'],
  },
})
