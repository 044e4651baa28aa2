import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,relay,widget,e2e,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    maxWorkers: 2
  }
})
