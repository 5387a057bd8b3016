import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { hasPgBouncer } from './tests/support/pgbouncer.ts'

const pure = [
  'tests/{house,checklist,support/every-form}.test.ts',
  'tests/src/accessibility/**/*.test.ts',
  'tests/src/**/{forms,policy,status,env,endpoint,errors}.test.ts',
  'tests/src/sla/{calendar,clocks,due-words,histories,length-words,marks,run,story}.test.ts',
  'tests/src/tickets/{event-words,filters,nearest-due,news,reference,search-context,search-days,search-terms}.test.ts',
  'tests/src/files/{bucket,clean-name,content-type,download,pictures,words}.test.ts',
  'tests/src/inbound/{authentication,corpus,odd-mails,fold-history,html-to-text,mail-in-body,origin,parse}.test.ts',
  'tests/src/{people/slug,identity/password-rule,mail/{failure,letter-html},worker/keep-doing,demo/desk}.test.ts',
  'tests/{app,src/ui}/**/*.test.{ts,tsx}',
  'tests/src/lib/http/**/*.test.ts',
  'tests/src/lib/{figures,find-links,language,log,mailbox-address,remembering,session-cookie,safe-path,time-words,keyset}.test.ts',
  'tests/src/lib/forms/{entries,left-alone}.test.ts',
  'tests/src/commands/{setup,testing,embedded}/**/*.test.ts',
  'tests/src/commands/{draining,people/wish}.test.ts',
  'tests/{support,chaos,bench,plans}/**/*.test.ts',
]

// Commands, the demo and workers that are killed bring their own connections: another way to the database changes
// nothing for them.
const once = ['tests/src/commands/**', 'tests/src/demo/**', 'tests/src/worker/{outbox,mailbox}-crash.test.ts']

const resolve = {
  alias: { 'server-only': fileURLToPath(new URL('./tests/setup/empty.ts', import.meta.url)) },
}

/** The tests that need a database, by one way to it. */
const database = (name: string, way: 'direct' | 'pooled' | 'single'): TestProjectConfiguration => ({
  resolve,
  test: {
    name,
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: [...pure, 'tests/e2e/**', ...(way === 'direct' ? [] : once)],
    globalSetup: 'tests/setup/server.ts',
    setupFiles: ['tests/setup/own-database.ts', 'tests/setup/request-scope.ts'],
    env: { HOLDFAST_DATABASE_WAY: way },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

const pooled = hasPgBouncer() ? [database('database-pooled', 'pooled')] : []
if (pooled.length === 0)
  process.stderr.write('PgBouncer is not installed: the pooled part of the tests was NOT run.\n')

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // Thousands of made-up histories take a second, and ten where the machine is busy with something else.
      { resolve, test: { name: 'pure', include: pure, testTimeout: 30_000 } },
      database('database', 'direct'),
      ...pooled,
      database('database-single', 'single'),
    ],
  },
})
