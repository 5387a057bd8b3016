import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { directClient } from '#src/lib/db/direct.ts'

const before = { ...process.env }

beforeEach(() => {
  process.env.BETTER_AUTH_SECRET = randomBytes(32).toString('base64')
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = randomBytes(32).toString('base64')
})

afterEach(() => {
  process.env = { ...before }
})

test('A deployment that is in order is let through', async () => {
  await expect(refusal()).resolves.toBe('')
})

test('Each setting that is missing or wrong is named, before the database is asked', async () => {
  process.env.DATABASE_URL = 'postgres://nobody:nothing@127.0.0.1:1/nowhere'
  delete process.env.BETTER_AUTH_URL
  process.env.BETTER_AUTH_SECRET = 'short'
  const said = await refusal()
  expect(said).toMatch(/BETTER_AUTH_SECRET must have at least 32 characters\./)
  expect(said).toMatch(/BETTER_AUTH_URL is missing: .+\./)
  expect(said).not.toMatch(/database of DATABASE_URL/)
})

test('A secret that is long but can be guessed is refused', async () => {
  process.env.BETTER_AUTH_SECRET = 'secretsecretsecretsecretsecretsecret'
  expect(await refusal()).toMatch(/BETTER_AUTH_SECRET can be guessed/)
})

test('The key of the forms must be there and have 32 bytes', async () => {
  delete process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
  expect(await refusal()).toMatch(/NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 32 random bytes/)
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = randomBytes(16).toString('base64')
  expect(await refusal()).toMatch(/NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 32 random bytes/)
})

test('A role that owns the tables does not serve people', async () => {
  process.env.DATABASE_URL = process.env.DATABASE_URL_DIRECT
  expect(await refusal()).toMatch(/The role "holdfast_owner" of DATABASE_URL owns the tables/)
})

test('A migration that is missing is told with the command that runs it', async () => {
  const owner = directClient(process.env.DATABASE_URL_DIRECT ?? '')
  const newest = await owner`
    delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning *`
  expect(await refusal()).toMatch(/run `npm run db:migrate` first/)
  await owner`insert into drizzle.__drizzle_migrations ${owner(newest)}`
  await owner.end()
})

test('A database that does not answer is told as such, and no password is shown', async () => {
  process.env.DATABASE_URL = 'postgres://someone:a-password@127.0.0.1:1/nowhere'
  const said = await refusal()
  expect(said).toMatch(/The database of DATABASE_URL cannot be used: /)
  expect(said).not.toContain('a-password')
})

/** What the start command would say, with the present settings; they are read anew, as in a new process. */
async function refusal(): Promise<string> {
  vi.resetModules()
  const { closeDatabase } = await import('#src/lib/db/client.ts')
  const { refuseUnfitDeployment } = await import('#src/commands/deployment.ts')
  try {
    return await refuseUnfitDeployment().then(
      () => '',
      error => String(error.message),
    )
  } finally {
    await closeDatabase()
  }
}
