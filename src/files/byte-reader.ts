import type { Bytes } from './file-store.ts'

const partBytes = 64 * 1024

/** Reads a stream of bytes by counts. It holds what was asked for and one part of the stream, never the whole. */
export class ByteReader {
  readonly #parts: AsyncIterator<Uint8Array> | Iterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)

  constructor(bytes: Bytes) {
    this.#parts = Symbol.asyncIterator in bytes ? bytes[Symbol.asyncIterator]() : bytes[Symbol.iterator]()
  }

  /** The next bytes, left where they are; fewer where the stream ends. */
  async peek(count: number): Promise<Buffer> {
    const parts: Buffer[] = [this.#held]
    let length = this.#held.length
    while (length < count) {
      const next = await this.#parts.next()
      if (next.done) break
      parts.push(Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength))
      length += next.value.byteLength
    }
    if (parts.length > 1) this.#held = Buffer.concat(parts)
    return this.#held.subarray(0, count)
  }

  /** The next bytes, which are then gone from here; fewer where the stream ends. */
  async take(count: number): Promise<Buffer> {
    const taken = await this.peek(count)
    this.#held = this.#held.subarray(taken.length)
    return taken
  }

  /** The next bytes, however many, a part at a time; all that follow where no count is given. */
  async *pass(count = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
    let left = count
    while (left > 0) {
      const part = await this.take(Math.min(left, partBytes))
      if (part.length === 0) return
      left -= part.length
      yield part
    }
  }

  async drop(count: number): Promise<void> {
    for await (const _ of this.pass(count));
  }
}
