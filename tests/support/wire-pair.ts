import type net from 'node:net'
import { sqlOf, type WireMessage, WireReader } from './wire-messages.ts'

/** One statement that a client sent: on which of its connections, and its text. */
export type SentStatement = { connection: number; text: string }

/**
 * Where to cut: at the n-th statement from now, or at the first whose text matches. `before`: the server never
 * hears it. `after`: the server has done it and the answer is lost. `silence`: done, and then nothing, for ever.
 * `killed`: in place of hearing it, the backend of this connection is killed, and says so before it hangs up.
 * `refused`: the server hears nonsense in its place and says no, as to a statement with a bug. The line goes
 * on, so it is nothing for `begin` and `commit`.
 */
export type Cut = { at: number | RegExp; when: 'before' | 'after' | 'silence' | 'killed' | 'refused' }

/**
 * What a connection tells its proxy: a statement (and hears what shall become of it), a round trip, and what was asked
 * (and hears which place it has in the row) and answered.
 */
type ProxySide = {
  connection: number
  heard: (statement: SentStatement) => Cut['when'] | undefined
  turned: () => void
  asked: () => number
  answered: (place: number) => void
  kill: (backend: number) => void
  later: (act: () => void) => void
}

/** One connection of a client through the proxy, with the proxy's side of what becomes of each message. */
export class Pair {
  readonly #client: net.Socket
  readonly #server: net.Socket
  readonly #proxy: ProxySide
  readonly #fromClient = new WireReader('client')
  readonly #fromServer = new WireReader('server')
  #parsed = ''
  #ready = false
  #serverSpoke = false
  /** How many ReadyForQuery the server owes us; what is left of them when an answer has to be lost. */
  #owed = 0
  /** The places in the row of what waits for its answer. */
  readonly #places: number[] = []
  #backend = 0
  #end: Cut['when'] | undefined

  constructor(client: net.Socket, server: net.Socket, proxy: ProxySide) {
    this.#client = client
    this.#server = server
    this.#proxy = proxy
    client.setNoDelay(true)
    client.on('data', chunk => this.#clientSaid(Buffer.from(chunk)))
    server.on('data', chunk => this.#serverSaid(Buffer.from(chunk)))
  }

  destroy(): void {
    this.#client.destroy()
    this.#server.destroy()
  }

  #clientSaid(chunk: Buffer): void {
    if (this.#ready && this.#serverSpoke) this.#proxy.turned()
    this.#serverSpoke = false
    const passed: Buffer[] = []
    for (const message of this.#fromClient.read(chunk)) {
      if (this.#end) break
      const ordered = this.#note(message)
      if (ordered !== 'refused') this.#end = ordered
      if (this.#end === 'before') {
        this.destroy()
        return
      }
      if (this.#end === 'killed') {
        this.#proxy.kill(this.#backend)
        break
      }
      passed.push(ordered === 'refused' ? nonsense(message.type) : message.raw)
      if (this.#end && message.type === 'E') passed.push(sync)
      if (['start', 'Q', 'S'].includes(message.type) || (this.#end && message.type === 'E')) this.#owed++
      if (['Q', 'S'].includes(message.type)) this.#places.push(this.#proxy.asked())
    }
    this.#proxy.later(() => this.#server.write(Buffer.concat(passed)))
  }

  #note(message: WireMessage): Cut['when'] | undefined {
    if (message.type === 'P') this.#parsed = sqlOf(message)
    if (message.type !== 'Q' && message.type !== 'E') return
    const text = message.type === 'Q' ? sqlOf(message) : this.#parsed
    return this.#proxy.heard({ connection: this.#proxy.connection, text })
  }

  #serverSaid(chunk: Buffer): void {
    const answered: number[] = []
    for (const message of this.#fromServer.read(chunk)) {
      if (message.type === 'Z') {
        this.#owed--
        // The first one ends the greeting, which nobody asked for.
        answered.push(this.#places.shift() ?? 0)
      }
      if (message.type === 'K') this.#backend = message.body.readUInt32BE(0)
    }
    if (this.#end && this.#end !== 'killed') {
      if (this.#end === 'after' && this.#owed === 0) this.destroy()
      return
    }
    this.#proxy.later(() => {
      if (this.#owed === 0) this.#ready = true
      this.#serverSpoke = true
      for (const place of answered) this.#proxy.answered(place)
      this.#client.write(chunk)
    })
  }
}

const sync = Buffer.from([...Buffer.from('S'), 0, 0, 0, 4])

/** A query that no server understands, or the order to run something that was never prepared. */
function nonsense(type: string): Buffer {
  const body = Buffer.concat([Buffer.from('nonsense\0'), Buffer.alloc(type === 'E' ? 4 : 0)])
  const head = Buffer.from(`${type}0000`)
  head.writeUInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
