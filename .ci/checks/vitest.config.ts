import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['.ci/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 30_000
  }
})
