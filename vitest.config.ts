import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,relay,widget,console,e2e,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // A shared machine may be slow; this ends what hangs and measures nothing.
    testTimeout: 30_000,
    maxWorkers: 2
  }
})
