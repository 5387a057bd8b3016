import { S3mini, S3NetworkError, S3ServiceError } from 's3mini'
import { env } from '#src/lib/env.ts'
import type { Bytes } from './file-store.ts'

type Address = NonNullable<ReturnType<typeof env>['bucket']>
type Contents = { size: number; hash: string }

/** A place outside for the bytes of files. It is never asked inside a transaction, and may be away at any time. */
export type Bucket = {
  /** Puts bytes there under a key that was not used before, all of them or nothing. */
  put(key: string, contents: Contents, bytes: Bytes): Promise<void>
  /** The bytes under a key, from one of them on, a part at a time; taken up again where the line breaks in between. */
  get(key: string, from: number): AsyncGenerator<Uint8Array>
  /** What is not there is deleted as well. */
  delete(key: string): Promise<void>
}

/** How long the bucket may take: for all of a put or a deletion, and for the next part of what is got. */
type Patience = { putMs: number; deleteMs: number; partMs: number }

const usualPatience: Patience = { putMs: 300_000, deleteMs: 30_000, partMs: 20_000 }
const mostBreaks = 3

/** The bucket of the settings. Throws where they name none. */
export function bucketOfSettings(): Bucket {
  const { bucket } = env()
  if (!bucket) throw new Error('A file is in a bucket, and the settings name none')
  return bucketAt(bucket)
}

export function bucketAt({ address, ...keys }: Address, patience = usualPatience): Bucket {
  const asking = (signal: AbortSignal) =>
    new S3mini({
      endpoint: address,
      ...keys,
      fetch: (url, init) => fetch(url, { ...init, ...plainly, signal }),
    })
  return {
    async put(key, { size, hash }, bytes) {
      // The store compares what has arrived with this, where it knows how to.
      const sum = { 'x-amz-checksum-sha256': Buffer.from(hash, 'hex').toString('base64') }
      const client = asking(AbortSignal.timeout(patience.putMs))
      await client.putObject(keyOf(key), streamOf(bytes), 'application/octet-stream', undefined, sum, size)
    },
    async *get(key, from) {
      let [at, breaks] = [from, 0]
      for (;;) {
        try {
          for await (const part of parts(asking, key, at, patience.partMs)) {
            at += part.length
            breaks = 0
            yield part
          }
          return
        } catch (error) {
          breaks++
          if (at === from || breaks > mostBreaks) throw error
        }
      }
    },
    async delete(key) {
      await asking(AbortSignal.timeout(patience.deleteMs)).deleteObject(keyOf(key))
    },
  }
}

/** Whether the bucket could not be reached or was too busy, rather than said no. */
export function isBucketAway(error: unknown): boolean {
  if (error instanceof S3ServiceError) return error.status >= 500
  if (error instanceof S3NetworkError) return true
  return error instanceof Error && (error.name === 'TimeoutError' || error.message === 'fetch failed')
}

// Next keeps answers for others unless it is told not to. A stream goes one way at a time.
const plainly = { cache: 'no-store', redirect: 'error', duplex: 'half' } as const

const keyOf = (key: string) => `files/${key}`

async function* parts(asking: (signal: AbortSignal) => S3mini, key: string, from: number, partMs: number) {
  const ending = new AbortController()
  const inTime = async <T>(what: Promise<T>): Promise<T> => {
    const timer = setTimeout(
      () => ending.abort(new DOMException('The bucket says nothing', 'TimeoutError')),
      partMs,
    )
    return what.finally(() => clearTimeout(timer))
  }
  try {
    const answer = await inTime(asking(ending.signal).getObjectRaw(keyOf(key), from === 0, from))
    if (from > 0 && answer.status !== 206) throw new Error('The bucket did not go on where it was asked to')
    const reader = answer.body?.getReader()
    for (let next = await reader?.read(); next && !next.done; next = reader && (await inTime(reader.read())))
      yield next.value
  } finally {
    // Ends the line where somebody has had enough before the end.
    ending.abort()
  }
}

function streamOf(bytes: Bytes): ReadableStream<Uint8Array> {
  const all = Symbol.asyncIterator in bytes ? bytes[Symbol.asyncIterator]() : bytes[Symbol.iterator]()
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await all.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        await all.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
