import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { asApp, asOwner, cloneTemplate } from '#tests/support/template.ts'

// Each test file works in a clone of its own, as the role that serves; the settings are those of a deployment.
const superuserUrl = inject('superuserUrl')
const name = `t_${randomBytes(6).toString('hex')}`
const drop = await cloneTemplate(superuserUrl, name)
const url = new URL(asApp(superuserUrl, name))
if (process.env.HOLDFAST_DATABASE_WAY === 'pooled') url.port = String(inject('poolerPort'))

process.env.DATABASE_URL = url.href
process.env.DATABASE_URL_DIRECT = asOwner(superuserUrl, name)
process.env.DATABASE_POOL_MAX = process.env.HOLDFAST_DATABASE_WAY === 'single' ? '1' : '10'
process.env.BETTER_AUTH_SECRET = 'a secret that only the tests know, long enough'
process.env.BETTER_AUTH_URL = 'http://localhost:3000'

afterAll(async () => {
  const { closeDatabase } = await import('#src/lib/db/client.ts')
  await closeDatabase()
  await drop()
})
