import type net from 'node:net'
import { type RequestHead, type RequestPiece, RequestReader } from './browser-requests.ts'
import type { BrowserFault } from './browser-wire.ts'

/** What a line asks its proxy: where the server is, what shall happen to a request, and to count what happened. */
type WireSide = {
  connect: () => net.Socket
  faultFor: (head: RequestHead) => BrowserFault | undefined
  happened: (fault: BrowserFault) => void
}

/** One connection of a browser through the proxy. Its requests come one after another, as browsers send them. */
export class BrowserLine {
  readonly #client: net.Socket
  readonly #server: net.Socket
  readonly #wire: WireSide
  readonly #reader = new RequestReader()
  #fault: BrowserFault | undefined
  #answered = 0
  #over = false
  /** All bytes of a request that is held back until it is whole. */
  #held: Buffer[] = []
  /** Everything that goes to the server goes after this, so that a delay keeps the order. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(client: net.Socket, wire: WireSide) {
    this.#client = client
    this.#wire = wire
    this.#server = wire.connect()
    client.setNoDelay(true)
    client.on('data', chunk => {
      for (const piece of this.#reader.read(Buffer.from(chunk)))
        if (!client.destroyed) this.#browserSaid(piece)
    })
    this.#server.on('data', chunk => this.#serverSaid(Buffer.from(chunk)))
    // What the server has said reaches the browser before the line ends.
    this.#server.on('close', () => client.end()).on('error', () => client.destroy())
    client.on('close', () => this.#server.destroy()).on('error', () => this.#server.destroy())
  }

  #browserSaid(piece: RequestPiece): void {
    if (piece.head) {
      this.#fault = this.#wire.faultFor(piece.head)
      this.#answered = 0
      this.#held = []
    }
    const fault = this.#fault
    if (fault?.kind === 'delay' && piece.head) this.#wait(fault)
    if (fault?.kind === 'drop') this.#drop(fault)
    else if (fault?.kind === 'cut-request') this.#passPart(piece, fault)
    else if (fault?.kind === 'duplicate') this.#passTwice(piece, fault)
    else this.#pass(piece.raw)
  }

  #drop(fault: BrowserFault): void {
    this.#wire.happened(fault)
    this.#client.destroy()
  }

  #passPart(
    { raw, head, before, isLast }: RequestPiece,
    fault: BrowserFault & { kind: 'cut-request' },
  ): void {
    if (this.#over) return
    const most = isLast ? raw.length - 1 : raw.length
    const part = raw.subarray(0, head ? most : Math.min(most, fault.bytes - before))
    this.#pass(part)
    if (part.length === raw.length) return
    this.#over = true
    this.#wire.happened(fault)
    this.#turn = this.#turn.then(() => this.#server.end(() => this.#client.destroy()))
  }

  #passTwice(piece: RequestPiece, fault: BrowserFault & { kind: 'duplicate' }): void {
    this.#held.push(piece.raw)
    if (!piece.isLast) return
    this.#wire.happened(fault)
    const request = Buffer.concat(this.#held)
    const twin = this.#wire.connect()
    const answering = new Promise(resolve => twin.on('data', resolve).on('close', resolve))
    twin.on('error', () => {}).write(request)
    if (fault.answered === 'second') this.#turn = this.#turn.then(() => answering)
    this.#pass(request)
  }

  #wait(fault: BrowserFault & { kind: 'delay' }): void {
    this.#wire.happened(fault)
    this.#turn = this.#turn.then(() => new Promise(resolve => setTimeout(resolve, fault.ms)))
  }

  #pass(raw: Buffer): void {
    this.#turn = this.#turn.then(() => this.#server.write(raw))
  }

  #serverSaid(chunk: Buffer): void {
    const before = this.#answered
    this.#answered += chunk.length
    const fault = this.#fault
    if (fault?.kind !== 'cut-answer' || this.#answered <= fault.bytes) {
      this.#client.write(chunk)
      return
    }
    this.#wire.happened(fault)
    this.#fault = undefined
    this.#server.destroy()
    this.#client.end(chunk.subarray(0, fault.bytes - before))
  }
}
