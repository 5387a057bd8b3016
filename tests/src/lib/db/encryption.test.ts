import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { codeOf } from '#src/lib/db/errors.ts'
import { databaseAt } from '#tests/support/database-at.ts'
import { certificateFile, tlsFront } from '#tests/support/tls-front.ts'

const url = process.env.DATABASE_URL ?? ''
const front = await tlsFront(url, { offers: true })
const plainOnly = await tlsFront(url, { offers: false })
afterAll(() => Promise.all([front.close(), plainOnly.close()]))

const trusted = `sslrootcert=${encodeURIComponent(certificateFile)}`

async function ask(address: string) {
  const { db, pool } = databaseAt(address, { max: 1 })
  const answer = await db.execute<{ one: number }>(sql`select 1 as one`).then(rows => rows[0]?.one, codeOf)
  await pool.close()
  return answer
}

test.each(['require', 'verify-full'])('sslmode=%s reaches a server whose certificate is good', async mode => {
  expect(await ask(front.through('localhost', `sslmode=${mode}&${trusted}`))).toBe(1)
})

test.each(['require', 'verify-full'])(
  'sslmode=%s refuses a certificate that nobody vouches for',
  async mode => {
    expect(await ask(front.through('localhost', `sslmode=${mode}`))).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  },
)

test('A certificate for another name is refused, unless the address asks for its signer only', async () => {
  const other = '127.0.0.1'
  expect(await ask(front.through(other, `sslmode=verify-full&${trusted}`))).toBe(
    'ERR_TLS_CERT_ALTNAME_INVALID',
  )
  expect(await ask(front.through(other, `sslmode=verify-ca&${trusted}`))).toBe(1)
})

test('Certificates go unread only when the address says so in words', async () => {
  expect(await ask(front.through('localhost', 'sslmode=no-verify'))).toBe(1)
})

test('A server without encryption is refused when encryption was asked for', async () => {
  expect(await ask(plainOnly.through('localhost', `sslmode=require&${trusted}`))).toBe('NO_ENCRYPTION')
})

test('Encrypted connections that are cut leave a client that goes on', async () => {
  const { db, transaction, pool } = databaseAt(front.through('localhost', `sslmode=require&${trusted}`))
  for (let round = 0; round < 20; round++) {
    let attempts = 0
    const work = transaction('command:test', async tx => {
      if (attempts++ === 0) front.cut()
      return tx.execute<{ one: number }>(sql`select 1 as one`)
    })
    expect(await work).toEqual([{ one: 1 }])
  }
  expect(await db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }])
  await pool.close()
})
