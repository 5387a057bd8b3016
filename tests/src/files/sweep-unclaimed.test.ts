import { eq, inArray, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { elif } from '#src/demo/cast.ts'
import { attach } from '#src/files/attach.ts'
import { keep } from '#src/files/keep.ts'
import { sweepUnclaimed } from '#src/files/sweep-unclaimed.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { fileChunks, files } from '#src/lib/db/tables/files.ts'
import { drafts } from '#src/lib/db/tables/system.ts'
import { deferred } from '#tests/support/deferred.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'

beforeAll(openDesk)

const kept = (words: string) => transaction(elif.userId, tx => keep(tx, [Buffer.from(words)]))
const sweepOnce = () => transaction('system:sweep-files', sweepUnclaimed)
const aged = (hash: string, hours: number) =>
  transaction('test', tx =>
    tx
      .update(files)
      .set({ mayGoAfter: sql`now() + make_interval(hours => ${24 - hours})` })
      .where(eq(files.hash, hash)),
  )
const isThere = async (hash: string) => (await db.$count(files, eq(files.hash, hash))) === 1

test('A file that no message takes goes after 24 hours, with its bytes, and not before', async () => {
  const [old, young] = [await kept('nobody wants this'), await kept('somebody may')]
  const [found] = await db.select().from(files).where(eq(files.hash, old.hash))
  await aged(old.hash, 25)
  await aged(young.hash, 23)
  expect(await sweepOnce()).toBe(false)
  expect([await isThere(old.hash), await isThere(young.hash)]).toEqual([false, true])
  expect(await db.$count(fileChunks, eq(fileChunks.contentId, found?.contentId ?? ''))).toBe(0)
})

test('A file that a message has stays, whatever its time says', async () => {
  const { messages } = await ledger(await asked())
  const [file] = await transaction(elif.userId, tx =>
    attach(tx, messages[0]?.id ?? '', [{ name: 'a', bytes: [Buffer.from('taken')] }]),
  )
  await aged(file?.hash ?? '', 100)
  await sweepOnce()
  expect(await isThere(file?.hash ?? '')).toBe(true)
})

test('A file that a draft holds stays until the draft is gone', async () => {
  const { hash } = await kept('in a draft')
  const draft = {
    personId: elif.userId,
    about: 'tickets.open-ticket',
    action: 'tickets.open-ticket',
    path: '/',
  }
  await transaction(elif.userId, tx =>
    tx.insert(drafts).values({ ...draft, values: { body: 'Look', files: `[{"hash":"${hash}"}]` } }),
  )
  await aged(hash, 100)
  await sweepOnce()
  expect(await isThere(hash)).toBe(true)
  await transaction(elif.userId, tx => tx.delete(drafts).where(eq(drafts.personId, elif.userId)))
  await sweepOnce()
  expect(await isThere(hash)).toBe(false)
})

test('What is kept again has another day', async () => {
  const { hash } = await kept('sent twice')
  await aged(hash, 25)
  await kept('sent twice')
  await sweepOnce()
  expect(await isThere(hash)).toBe(true)
})

test('A file that somebody is keeping again at this moment is left alone', async () => {
  const { hash } = await kept('in two hands')
  await aged(hash, 25)
  const [reached, go] = [deferred(), deferred()]
  const keeping = transaction(elif.userId, async tx => {
    await keep(tx, [Buffer.from('in two hands')])
    reached.resolve()
    await go.promise
  })
  await reached.promise
  const swept = process.env.HOLDFAST_DATABASE_WAY === 'single' ? undefined : sweepOnce()
  await swept
  go.resolve()
  await keeping
  await sweepOnce()
  expect(await isThere(hash)).toBe(true)
})

test('Many are swept in pieces', async () => {
  const hashes = (
    await transaction(elif.userId, async tx => {
      const all = []
      for (let number = 0; number < 150; number++) all.push(await keep(tx, [Buffer.from(`number ${number}`)]))
      return all
    })
  ).map(({ hash }) => hash)
  await transaction('test', tx =>
    tx.update(files).set({ mayGoAfter: sql`now() - interval '1 hour'` }).where(inArray(files.hash, hashes)),
  )
  expect(await sweepOnce()).toBe(true)
  expect(await sweepOnce()).toBe(false)
  expect(await db.$count(files, inArray(files.hash, hashes))).toBe(0)
})
