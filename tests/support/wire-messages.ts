export type WireMessage = { type: string; body: Buffer; raw: Buffer }

const headerLength = 5

/**
 * Cuts a stream of the Postgres protocol into messages. A client's first message is the start-up message, which
 * has no type letter; it is reported with the type `start`.
 */
export class WireReader {
  #rest: Buffer = Buffer.alloc(0)
  #atStart: boolean

  constructor(side: 'client' | 'server') {
    this.#atStart = side === 'client'
  }

  read(chunk: Buffer): WireMessage[] {
    this.#rest = Buffer.concat([this.#rest, chunk])
    const messages: WireMessage[] = []
    for (let message = this.#next(); message; message = this.#next()) messages.push(message)
    return messages
  }

  #next(): WireMessage | undefined {
    const typeLength = this.#atStart ? 0 : 1
    if (this.#rest.length < headerLength) return
    const end = typeLength + this.#rest.readUInt32BE(typeLength)
    if (this.#rest.length < end) return
    const raw = this.#rest.subarray(0, end)
    this.#rest = this.#rest.subarray(end)
    const type = this.#atStart ? 'start' : String.fromCharCode(raw[0] ?? 0)
    this.#atStart = false
    return { type, body: raw.subarray(typeLength + 4), raw }
  }
}

/** The text of a simple query (`Q`) or of a Parse (`P`), whose first string is the statement's name. */
export function sqlOf({ type, body }: WireMessage): string {
  const [first, second] = body.toString('utf8').split('\0')
  return (type === 'P' ? second : first) ?? ''
}
