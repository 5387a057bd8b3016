import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// The settings are parsed once in a process, so each test takes a fresh copy of the module.
const fresh = async () => {
  vi.resetModules()
  return import('#src/lib/env.ts')
}

const whole = {
  DATABASE_URL: 'postgres://app:secret@localhost/holdfast',
  BETTER_AUTH_SECRET: 'long enough to be a secret of at least 32',
  BETTER_AUTH_URL: 'https://desk.example',
}
const optional = [
  'DATABASE_URL_DIRECT',
  'DATABASE_POOL_MAX',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'PORT',
  'HOST',
  'SMTP_URL',
  'MAIL_FROM',
  'MAIL_REPLY_ADDRESS',
  'MAIL_FILES_MB',
  'MAIL_AUTH_SERVER',
  'MAIL_DOOR_SECRET',
  'IMAP_URL',
  'IMAP_OAUTH_TOKEN_URL',
  'IMAP_OAUTH_CLIENT_ID',
  'CRON_SECRET',
  'TIME_ZONE',
  'TRUSTED_PROXY_HEADER',
  'HOLDFAST_LIGHT',
  'MESSAGE_LANGUAGES',
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'S3_STYLE',
  'FILES_IN',
]

beforeEach(() => {
  for (const [name, value] of Object.entries(whole)) vi.stubEnv(name, value)
  for (const name of optional) vi.stubEnv(name, undefined)
})
afterEach(() => vi.unstubAllEnvs())

test('Three settings are enough, and the rest has its usual value', async () => {
  const { env } = await fresh()
  expect(env()).toMatchObject({
    databaseUrl: whole.DATABASE_URL,
    databasePoolMax: undefined,
    baseUrl: whole.BETTER_AUTH_URL,
    port: 3000,
    host: undefined,
    smtpUrl: undefined,
    alwaysLight: false,
  })
})

test('Importing the settings needs none of them', async () => {
  vi.stubEnv('DATABASE_URL', undefined)
  await expect(fresh()).resolves.toBeDefined()
})

test.each(Object.keys(whole))('Without %s the first use says so in a sentence that names it', async name => {
  vi.stubEnv(name, undefined)
  const { env } = await fresh()
  expect(env).toThrow(new RegExp(`^The setting ${name} is missing: .*\\.$`))
})

test('A setting that is there and blank is missing all the same', async () => {
  vi.stubEnv('DATABASE_URL', '')
  const { databaseEnv } = await fresh()
  expect(databaseEnv).toThrow('The setting DATABASE_URL is missing')
})

test.each([
  [
    'DATABASE_URL',
    'mysql://localhost/x',
    'The setting DATABASE_URL must be an address that starts with postgres://.',
  ],
  ['DATABASE_URL', 'postgres://u:p#w@localhost:port/x', 'The setting DATABASE_URL cannot be read: '],
  ['DATABASE_POOL_MAX', '0', 'The setting DATABASE_POOL_MAX must be a whole number from 1 to 100.'],
  ['BETTER_AUTH_SECRET', 'short', 'The setting BETTER_AUTH_SECRET must have at least 32 characters.'],
  [
    'BETTER_AUTH_URL',
    'desk.example',
    'The setting BETTER_AUTH_URL must be an address that starts with http:// or https://.',
  ],
  ['PORT', 'eighty', 'The setting PORT must be a port number from 0 to 65535.'],
  [
    'SMTP_URL',
    'mail.example',
    'The setting SMTP_URL must be an address that starts with smtp:// or smtps://.',
  ],
  ['MAIL_REPLY_ADDRESS', 'support', 'The setting MAIL_REPLY_ADDRESS must be a mail address such as '],
  [
    'MAIL_REPLY_ADDRESS',
    'kelp-bay-support-10@desk.test',
    'The setting MAIL_REPLY_ADDRESS must have at most 18 characters before the @',
  ],
  ['MAIL_FILES_MB', '51', 'The setting MAIL_FILES_MB must be a whole number of MB from 0 to 50.'],
  ['MAIL_DOOR_SECRET', 'whsec_short', 'The setting MAIL_DOOR_SECRET must be 24 to 64 random bytes in base64'],
  ['S3_ENDPOINT', 's3.example', 'The setting S3_ENDPOINT must be an address that starts with http:// or '],
  [
    'S3_ENDPOINT',
    'https://me:key@s3.example',
    'The setting S3_ENDPOINT must be the address of the store alone',
  ],
  [
    'S3_ENDPOINT',
    'https://s3.example/files',
    'The setting S3_ENDPOINT must be the address of the store alone',
  ],
  ['S3_ENDPOINT', 'https://s3.example', 'The setting S3_BUCKET is missing: a bucket is reached by all of '],
  [
    'S3_SECRET_ACCESS_KEY',
    'alone',
    'The setting S3_ACCESS_KEY_ID is missing: a bucket is reached by all of ',
  ],
  ['S3_BUCKET', 'a/b', 'The setting S3_BUCKET must be the name of a bucket.'],
  ['S3_STYLE', 'domain', 'The setting S3_STYLE must be path or host.'],
  ['FILES_IN', 'a folder', 'The setting FILES_IN must be database or bucket.'],
  ['FILES_IN', 'bucket', 'The setting S3_ENDPOINT is missing: a bucket is reached by all of '],
  ['CRON_SECRET', 'short', 'The setting CRON_SECRET must have at least 16 characters.'],
  [
    'MESSAGE_LANGUAGES',
    'de, german',
    'The setting MESSAGE_LANGUAGES must be a list of language tags such as de, fr, ar, as BCP 47 writes them.',
  ],
])('%s=%s is refused in a sentence', async (name, value, sentence) => {
  vi.stubEnv(name, value)
  const { env } = await fresh()
  expect(env).toThrow(sentence)
})

test('With a mail server, mail needs a sender', async () => {
  vi.stubEnv('SMTP_URL', 'smtp://mail.example')
  const { env } = await fresh()
  expect(env).toThrow('The setting MAIL_FROM is missing')
})

test('The database is reached without the settings of a serving process', async () => {
  vi.stubEnv('BETTER_AUTH_SECRET', undefined)
  const { databaseEnv } = await fresh()
  expect(databaseEnv().databaseUrl).toBe(whole.DATABASE_URL)
})

test.each([
  ['asked', false],
  ['always', true],
])('The light version is for those who ask, or for everybody: %s', async (said, alwaysLight) => {
  vi.stubEnv('HOLDFAST_LIGHT', said)
  const { env } = await fresh()
  expect(env()).toMatchObject({ alwaysLight })
})

test.each([
  ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 24],
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 24],
])('The key of a door may be written as the Standard Webhooks do, or bare: %s', async (said, bytes) => {
  vi.stubEnv('MAIL_DOOR_SECRET', said)
  const { env } = await fresh()
  expect(env().mailDoorKey).toHaveLength(bytes)
})

test('Messages can be in the languages that the desk names, parted by commas', async () => {
  vi.stubEnv('MESSAGE_LANGUAGES', 'cy, pt-BR,ar')
  const { env } = await fresh()
  expect(env().messageLanguages).toEqual(['cy', 'pt-BR', 'ar'])
})

test('Files are in the database, until the settings name a bucket', async () => {
  expect((await fresh()).env()).toMatchObject({ bucket: undefined, filesIn: 'database' })
  const keys = { S3_ACCESS_KEY_ID: 'desk', S3_SECRET_ACCESS_KEY: 'secret' }
  const named = { S3_ENDPOINT: 'https://s3.example:9000/', S3_BUCKET: 'kelp-bay', ...keys }
  for (const [name, value] of Object.entries(named)) vi.stubEnv(name, value)
  expect((await fresh()).env()).toMatchObject({
    bucket: { address: 'https://s3.example:9000/kelp-bay', region: 'us-east-1', accessKeyId: 'desk' },
    filesIn: 'bucket',
  })
  vi.stubEnv('S3_STYLE', 'host')
  vi.stubEnv('FILES_IN', 'database')
  expect((await fresh()).env()).toMatchObject({
    bucket: { address: 'https://kelp-bay.s3.example:9000' },
    filesIn: 'database',
  })
})
