/** The beginning of a request, as a proxy between browser and server needs it. */
export type RequestHead = { method: string; path: string; text: string }

/** A piece of a request: its head, or a part of its body of which `before` bytes came earlier. */
export type RequestPiece = { raw: Buffer; head?: RequestHead; before: number; isLast: boolean }

const headEnd = '\r\n\r\n'

/**
 * Cuts what a client says on one connection into requests, piece by piece as it comes. A body is as long as its
 * Content-Length says, which every browser sends with a form; one without (chunked) lasts until the connection ends.
 */
export class RequestReader {
  #rest: Buffer = Buffer.alloc(0)
  #bodyLength = 0
  #bodyRead = 0

  read(chunk: Buffer): RequestPiece[] {
    this.#rest = Buffer.concat([this.#rest, chunk])
    const pieces: RequestPiece[] = []
    for (let piece = this.#next(); piece; piece = this.#next()) pieces.push(piece)
    return pieces
  }

  #next(): RequestPiece | undefined {
    return this.#bodyRead < this.#bodyLength ? this.#body() : this.#head()
  }

  #head(): RequestPiece | undefined {
    const end = this.#rest.indexOf(headEnd)
    if (end < 0) return
    const raw = this.#take(end + headEnd.length)
    const text = raw.toString('latin1')
    const [method = '', path = ''] = text.split(' ', 2)
    const isChunked = /^transfer-encoding:/im.test(text)
    this.#bodyLength = isChunked
      ? Number.POSITIVE_INFINITY
      : Number(/^content-length: *(\d+)/im.exec(text)?.[1] ?? 0)
    this.#bodyRead = 0
    return { raw, head: { method, path, text }, before: 0, isLast: this.#bodyLength === 0 }
  }

  #body(): RequestPiece | undefined {
    if (this.#rest.length === 0) return
    const raw = this.#take(Math.min(this.#rest.length, this.#bodyLength - this.#bodyRead))
    const before = this.#bodyRead
    this.#bodyRead += raw.length
    return { raw, before, isLast: this.#bodyRead === this.#bodyLength }
  }

  #take(length: number): Buffer {
    const raw = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    return raw
  }
}
