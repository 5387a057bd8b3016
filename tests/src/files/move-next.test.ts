import { and, eq, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { elif } from '#src/demo/cast.ts'
import { attach } from '#src/files/attach.ts'
import { bringBackNext } from '#src/files/bring-back-next.ts'
import { bucketAt } from '#src/files/bucket.ts'
import { deleteNext } from '#src/files/delete-next.ts'
import { keep } from '#src/files/keep.ts'
import { moveNext } from '#src/files/move-next.ts'
import { fileStore } from '#src/files/store.ts'
import { sweepUnclaimed } from '#src/files/sweep-unclaimed.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { bucketObjects, fileChunks, files } from '#src/lib/db/tables/files.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { openBucket, refuse } from '#tests/support/bucket-server.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { startWorkerProcess } from '#tests/support/worker-process.ts'

const server = await openBucket()
afterAll(server.close)
Object.assign(process.env, server.settings)
const bucket = bucketAt(server.at)

beforeAll(openDesk)
beforeEach(async () => {
  server.manner = undefined
  await moveAll()
  await anHourLater()
})

const large = (letter: string) => Buffer.alloc(600_000, `${letter}, not the same in every part, `)
const inbox = (contentId: string) => ({
  chunks: db.$count(fileChunks, eq(fileChunks.contentId, contentId)),
  objects: db.$count(
    bucketObjects,
    and(eq(bucketObjects.contentId, contentId), isNull(bucketObjects.goesAfter)),
  ),
})
/** How many pieces of it are in the database, and how many objects of the bucket are read for it. */
const placeOf = async ({ contentId }: { contentId: string }) => {
  const { chunks, objects } = inbox(contentId)
  return [await chunks, await objects]
}
async function attached(bytes: Buffer) {
  const reference = await asked()
  const { messages } = await ledger(reference)
  const [file] = await transaction(elif.userId, tx =>
    attach(tx, messages[0]?.id ?? '', [{ name: 'a', bytes: [bytes] }]),
  )
  return { reference, ...(await fileOf(file?.hash)) }
}
async function fileOf(hash = '') {
  const [found] = await db.select().from(files).where(eq(files.hash, hash))
  if (!found) throw new Error('The file is not there')
  return found
}
async function read({ contentId }: { contentId: string }) {
  const parts: Uint8Array[] = []
  for await (const part of fileStore.get(db, contentId)) parts.push(part)
  return Buffer.concat(parts)
}
async function moveAll() {
  while (await moveNext(bucket));
}
/** Lets the hour go by after which what nobody counted in is deleted, and has the worker do so. */
async function anHourLater() {
  await later()
  while (await deleteNext(bucket));
}
const later = () =>
  transaction('test', tx =>
    tx.update(bucketObjects).set({
      goesAfter: sql`${bucketObjects.goesAfter} - interval '61 minutes'`,
      triedAt: sql`${bucketObjects.triedAt} - interval '61 minutes'`,
    }),
  )

describe('A file that a message has', () => {
  test('is moved into the bucket, once, and read from there byte for byte', async () => {
    const file = await attached(large('a'))
    expect(await placeOf(file)).toEqual([3, 0])
    const before = server.sizes().length
    await moveAll()
    expect(await placeOf(file)).toEqual([0, 1])
    expect(server.sizes()).toHaveLength(before + 1)
    expect((await read(file)).equals(large('a'))).toBe(true)
    expect(await moveNext(bucket)).toBe(false)
    await anHourLater()
    expect((await read(file)).equals(large('a'))).toBe(true)
  })

  test('is moved by two workers at once, and is in the bucket once', async () => {
    const made = [await attached(large('b')), await attached(large('c')), await attached(large('d'))]
    await Promise.all([moveAll(), moveAll()])
    for (const file of made) expect(await placeOf(file)).toEqual([0, 1])
    await anHourLater()
    expect(server.sizes()).toHaveLength(await db.$count(bucketObjects))
  })

  test('is given in full to who was reading it when it was moved', async () => {
    const file = await attached(large('e'))
    const parts: Uint8Array[] = []
    for await (const part of fileStore.get(db, file.contentId)) {
      if (parts.length === 0) await moveAll()
      parts.push(part)
    }
    expect(await placeOf(file)).toEqual([0, 1])
    expect(Buffer.concat(parts).equals(large('e'))).toBe(true)
  })

  test('is the same file when it comes again, and stays in the bucket', async () => {
    const file = await attached(large('f'))
    await moveAll()
    const again = await attached(large('f'))
    expect(again.contentId).toBe(file.contentId)
    expect(await placeOf(file)).toEqual([0, 1])
  })
})

test('A file that no message has yet stays in the database', async () => {
  const { hash } = await transaction(elif.userId, tx => keep(tx, [large('g')]))
  await moveAll()
  expect(await placeOf(await fileOf(hash))).toEqual([3, 0])
})

test('An empty file and one of whole pieces alone are read wherever they are', async () => {
  for (const size of [0, 262_144, 524_288]) {
    const file = await attached(Buffer.alloc(size, size))
    expect(await read(file)).toHaveLength(size)
    await moveAll()
    expect(await read(file)).toHaveLength(size)
  }
})

describe('A bucket that is away', () => {
  test('keeps nobody from sending a file, which waits in the database and moves when it is back', async () => {
    server.manner = (_request, answer) => {
      refuse(answer, 503, 'SlowDown')
      return 'done'
    }
    const file = await attached(large('h'))
    await expect(moveNext(bucket)).rejects.toMatchObject({ code: 'SlowDown' })
    expect(await placeOf(file)).toEqual([3, 0])
    expect((await read(file)).equals(large('h'))).toBe(true)
    expect(await moveNext(bucket)).toBe(false)
    server.manner = undefined
    await later()
    await moveAll()
    expect(await placeOf(file)).toEqual([0, 1])
  })

  test('loses no deletion', async () => {
    const file = await attached(large('i'))
    await moveAll()
    await ticketGoes(file.reference)
    const before = server.sizes().length
    await later()
    server.manner = (_request, answer) => {
      answer.destroy()
      return 'done'
    }
    await expect(deleteNext(bucket)).rejects.toThrow()
    expect(await deleteNext(bucket)).toBe(false)
    server.manner = undefined
    await anHourLater()
    expect(server.sizes()).toHaveLength(before - 1)
    expect(await db.$count(bucketObjects, eq(bucketObjects.contentId, file.contentId))).toBe(0)
  })
})

async function ticketGoes(reference: string) {
  await transaction('test', tx => tx.delete(tickets).where(eq(tickets.reference, reference)))
  await transaction('test', tx =>
    tx
      .update(files)
      .set({ mayGoAfter: sql`now() - interval '1 hour'` })
      .where(sql`${files.mayGoAfter} is not null`),
  )
  await transaction('system:sweep-files', sweepUnclaimed)
}

describe('A worker that dies, or somebody who is faster', () => {
  test('between the put and the mark leaves the file in the database, and what it put there goes', async () => {
    const file = await attached(large('j'))
    const before = server.sizes().length
    const worker = startWorkerProcess(server.settings)
    const put = new Promise<void>(resolve => {
      server.manner = (request, answer) => {
        if (request.method !== 'PUT') return undefined
        answer.end = () => {
          resolve()
          return answer
        }
        return undefined
      }
    })
    await put
    await worker.killed()
    server.manner = undefined
    expect(server.sizes()).toHaveLength(before + 1)
    expect(await placeOf(file)).toEqual([3, 0])
    await anHourLater()
    expect(server.sizes()).toHaveLength(before)
    await moveAll()
    expect(await placeOf(file)).toEqual([0, 1])
    expect(server.sizes()).toHaveLength(before + 1)
  })

  test('a ticket that is deleted while its file is put there leaves nothing behind', async () => {
    const file = await attached(large('k'))
    const before = server.sizes().length
    const gone = vi.fn(() => ticketGoes(file.reference))
    const slow = {
      ...bucket,
      put: async (...put: Parameters<typeof bucket.put>) => {
        await bucket.put(...put)
        await gone()
      },
    }
    expect(await moveNext(slow)).toBe(true)
    expect(gone).toHaveBeenCalledOnce()
    expect(server.sizes()).toHaveLength(before + 1)
    await anHourLater()
    expect(server.sizes()).toHaveLength(before)
    expect(await db.$count(bucketObjects, eq(bucketObjects.contentId, file.contentId))).toBe(0)
  })

  test('a mark that comes when the object is being deleted does not count', async () => {
    const file = await attached(large('l'))
    const slow = {
      ...bucket,
      put: async (...put: Parameters<typeof bucket.put>) => {
        await bucket.put(...put)
        await later()
        const cutOff = { ...bucket, delete: () => Promise.reject(new Error('cut off')) }
        await expect(deleteNext(cutOff)).rejects.toThrow('cut off')
      },
    }
    expect(await moveNext(slow)).toBe(true)
    expect(await placeOf(file)).toEqual([3, 0])
    expect((await read(file)).equals(large('l'))).toBe(true)
  })
})

describe('Where files are to be in the database again', () => {
  const bringBackAll = async (from = bucket) => {
    while (await bringBackNext(from));
  }
  /** The bucket, but for one file, of which it gives something else. */
  const giving = async ({ contentId }: { contentId: string }, other: () => Generator<Buffer>) => {
    const [object] = await db.select().from(bucketObjects).where(eq(bucketObjects.contentId, contentId))
    const get = async function* (key: string, from: number) {
      yield* key === object?.key ? other() : bucket.get(key, from)
    }
    return { ...bucket, get }
  }

  test('they are brought back, byte for byte, and the bucket is empty in the end', async () => {
    const file = await attached(large('m'))
    await moveAll()
    await bringBackAll()
    expect(await placeOf(file)).toEqual([3, 0])
    expect((await read(file)).equals(large('m'))).toBe(true)
    await anHourLater()
    expect([server.sizes(), await db.$count(bucketObjects)]).toEqual([[], 0])
    expect((await read(file)).equals(large('m'))).toBe(true)
    await moveAll()
    expect(await placeOf(file)).toEqual([0, 1])
  })

  test('one that breaks on the way is read from the bucket until all of it is back', async () => {
    const file = await attached(large('n'))
    await moveAll()
    const breaking = await giving(file, function* () {
      yield large('n').subarray(0, 300_000)
      throw new Error('the line is broken')
    })
    await expect(bringBackAll(breaking)).rejects.toThrow('broken')
    expect(await placeOf(file)).toEqual([1, 1])
    expect((await read(file)).equals(large('n'))).toBe(true)
    await later()
    await bringBackAll()
    expect(await placeOf(file)).toEqual([3, 0])
    expect((await read(file)).equals(large('n'))).toBe(true)
  })

  test('other bytes than were put there are not taken', async () => {
    const file = await attached(large('o'))
    await moveAll()
    const forging = await giving(file, function* () {
      yield large('p')
    })
    await expect(bringBackAll(forging)).rejects.toThrow('other bytes')
    expect(await placeOf(file)).toEqual([0, 1])
    expect((await read(file)).equals(large('o'))).toBe(true)
  })
})
