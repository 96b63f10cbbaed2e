import react from '@vitejs/plugin-react'
import { defineConfig, defineProject } from 'vitest/config'

// Threads without isolation ran 10.7 times faster than isolated ones; in return no module keeps mutable state at its top level.
const quick = { pool: 'threads', isolate: false } as const

// Of the tests over the whole, those that need no database.
const walls = ['test/architecture.test.ts', 'test/walls.test.ts', 'test/setup.test.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      defineProject({
        plugins: [react()],
        test: {
          ...quick,
          name: 'fast',
          include: [
            'src/domain/**/*.test.ts',
            'src/contract/**/*.test.ts',
            'src/cli/**/*.test.ts',
            'src/server/formats/**/*.test.ts',
            'src/web/**/*.test.{ts,tsx}',
            ...walls,
          ],
          sequence: { groupOrder: 0 },
          // Fuzzing and 60,000 units on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      }),
      defineProject({
        test: {
          ...quick,
          name: 'server',
          include: ['src/server/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['src/server/formats/**', ...walls],
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      }),
      defineProject({
        test: {
          ...quick,
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      }),
    ],
  },
})
