import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const empty = fileURLToPath(new URL('./tests/setup/empty.ts', import.meta.url))
const pure = [
  'tests/house.test.ts',
  'tests/src/**/{forms,policy,status,calendar,clocks,env}.test.ts',
  'tests/src/ui/**/*.test.{ts,tsx}',
  'tests/app/**/*.test.{ts,tsx}',
]

// `database` runs again for each way to the database: HOLDFAST_DATABASE_WAY=direct | pooled | single.
export default defineConfig({
  resolve: { alias: { 'server-only': empty } },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: pure } },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...pure, 'tests/e2e/**'],
          globalSetup: 'tests/setup/server.ts',
          setupFiles: 'tests/setup/own-database.ts',
        },
      },
    ],
  },
})
