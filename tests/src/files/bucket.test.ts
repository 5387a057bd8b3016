import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { bucketAt } from '#src/files/bucket.ts'
import { openBucket, refuse } from '#tests/support/bucket-server.ts'
import { deferred } from '#tests/support/deferred.ts'

const server = await openBucket()
afterAll(server.close)
const hasty = { putMs: 2000, deleteMs: 500, partMs: 500 }
const bucket = bucketAt(server.at)
const hastyBucket = bucketAt(server.at, hasty)

beforeEach(() => {
  Object.assign(server, { manner: undefined, reads: undefined, received: 0, sent: 0, asked: [] })
  server.empty()
})

const about = (bytes: Buffer) => ({
  size: bytes.length,
  hash: createHash('sha256').update(bytes).digest('hex'),
})
const put = (key: string, bytes: Buffer, at = bucket) => at.put(key, about(bytes), [bytes])
async function got(key: string, from = 0, at = bucket) {
  const parts: Uint8Array[] = []
  for await (const part of at.get(key, from)) parts.push(part)
  return Buffer.concat(parts)
}
const words = Buffer.from('It still stands on the pier, in the rain.')

test('What is put there comes back byte for byte, from any byte on, and is gone when it is deleted', async () => {
  await put('a', words)
  expect(server.sizes()).toEqual([words.length])
  expect(await got('a')).toEqual(words)
  expect(await got('a', 9)).toEqual(words.subarray(9))
  await bucket.delete('a')
  expect(server.sizes()).toEqual([])
  await expect(got('a')).rejects.toMatchObject({ code: 'NoSuchKey' })
  await bucket.delete('a')
})

describe('Nothing counts as kept that is not', () => {
  test('with a wrong secret', async () => {
    const stranger = bucketAt({ ...server.at, secretAccessKey: 'a guess' })
    await expect(put('a', words, stranger)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' })
    expect(server.sizes()).toEqual([])
  })

  test('with other bytes than were announced', async () => {
    const other = Buffer.from(words).fill('x', 3, 4)
    await expect(bucket.put('a', about(words), [other])).rejects.toMatchObject({ code: 'BadDigest' })
    expect(server.sizes()).toEqual([])
  })

  test('with fewer bytes than were announced', async () => {
    await expect(bucket.put('a', about(words), [words.subarray(3)])).rejects.toThrow()
    expect(server.sizes()).toEqual([])
  })

  test('where reading them fails on the way', async () => {
    async function* breaking() {
      yield words.subarray(0, 5)
      throw new Error('the database is away')
    }
    await expect(bucket.put('a', about(words), breaking())).rejects.toThrow()
    expect(server.sizes()).toEqual([])
  })

  test.each([
    ['says that it has a fault', (answer: ServerResponse) => refuse(answer, 503, 'SlowDown')],
    ['hangs up', (answer: ServerResponse) => answer.destroy()],
  ])('where the bucket %s', async (_, misbehave) => {
    server.manner = (_request, answer) => {
      misbehave(answer)
      return 'done'
    }
    await expect(put('a', words)).rejects.toThrow()
    await expect(got('a')).rejects.toThrow()
    await expect(bucket.delete('a')).rejects.toThrow()
  })
})

test('A bucket that never answers is not waited for', async () => {
  await put('a', words)
  server.manner = () => 'done'
  await expect(put('b', words, hastyBucket)).rejects.toMatchObject({ name: 'TimeoutError' })
  await expect(got('a', 0, hastyBucket)).rejects.toMatchObject({ name: 'TimeoutError' })
  await expect(hastyBucket.delete('a')).rejects.toMatchObject({ name: 'TimeoutError' })
})

describe('A line that breaks while a file is read', () => {
  const large = Buffer.alloc(3_000_000, 'not the same in every part, ')
  const gets = () => server.asked.filter(asked => asked.startsWith('GET'))
  /** Lets the line of an answer break when this many bytes have been sent, of all answers together. */
  const breakingAt = (answer: ServerResponse, bytes: number) => {
    const write = answer.write.bind(answer)
    answer.write = (part: Buffer) => (server.sent < bytes ? write(part) : !answer.destroy())
  }

  test('is taken up again at the byte where it broke', async () => {
    await put('a', large)
    server.manner = (_request, answer) => {
      if (gets().length < 3) breakingAt(answer, gets().length * 1_000_000)
      return undefined
    }
    expect((await got('a')).equals(large)).toBe(true)
    expect(gets()).toEqual(['GET', ...Array(2).fill(expect.stringMatching(/^GET bytes=\d{6,7}-$/))])
  })

  test('is not taken up without end', async () => {
    await put('a', large)
    server.manner = (_request, answer) => {
      breakingAt(answer, 1_000_000)
      return undefined
    }
    await expect(got('a')).rejects.toThrow()
    expect(gets()).toHaveLength(4)
  })
})

describe('Of a file of 30 MB a small part is in memory', () => {
  const whole = 30_000_000
  const part = Buffer.alloc(250_000, 7)
  const all = Array.from({ length: whole / part.length }, () => part)
  const announced = about(Buffer.concat(all))
  /** What the line itself holds of it is the system's, and not more than this. */
  const most = 12_000_000

  /** Resolves when a count has not risen between two looks. */
  const still = async (count: () => number) => {
    let before = -1
    await vi.waitFor(
      () => {
        const now = count()
        const rising = now !== before
        before = now
        expect(rising).toBe(false)
      },
      { timeout: 10_000, interval: 150 },
    )
    return count()
  }

  test('while a slow bucket takes it', async () => {
    let given = 0
    const go = deferred()
    server.reads = go.promise
    async function* counted() {
      for (const bytes of all) {
        given += bytes.length
        yield bytes
      }
    }
    const putting = bucket.put('large', announced, counted())
    expect(await still(() => given)).toBeLessThan(most)
    go.resolve()
    await putting
    expect([given, server.received, server.sizes()]).toEqual([whole, whole, [whole]])
  })

  test('while a slow reader is given it', async () => {
    await bucket.put('large', announced, all)
    const parts = bucket.get('large', 0)
    let read = (await parts.next()).value?.length ?? 0
    expect(await still(() => server.sent)).toBeLessThan(most)
    for await (const bytes of parts) read += bytes.length
    expect(read).toBe(whole)
  })

  test('and who has had enough ends the line', async () => {
    await bucket.put('large', announced, all)
    for await (const _ of bucket.get('large', 0)) break
    expect(await still(() => server.sent)).toBeLessThan(most)
  })
})
