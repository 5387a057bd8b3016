import net from 'node:net'
import { sqlOf, type WireMessage, WireReader } from './wire-messages.ts'

/** One statement that a client sent: on which of its connections, and its text. */
export type SentStatement = { connection: number; text: string }

/**
 * Where to cut: at the n-th statement from now, or at the first whose text matches. `before`: the server never
 * hears it. `after`: the server has done it and the answer is lost. `silence`: done, and then nothing, for ever.
 */
export type Cut = { at: number | RegExp; when: 'before' | 'after' | 'silence' }

/** A TCP proxy in front of Postgres or PgBouncer that counts, delays and cuts. */
export class WireProxy {
  /** Delay of every chunk in each direction, in milliseconds. */
  delayMs = 0
  statements: SentStatement[] = []
  /** How often a client spoke after the server had spoken: the round trips, without those of connecting. */
  roundTrips = 0
  connections = 0
  #cut: Cut | undefined
  #heard = 0
  #port = 0
  readonly #target: { host: string; port: number }
  readonly #open = new Set<net.Socket>()
  readonly #server = net.createServer(client => this.#join(client))

  private constructor(target: { host: string; port: number }) {
    this.#target = target
  }

  /** A proxy in front of the server that `url` names. */
  static async before(url: string): Promise<WireProxy> {
    const at = new URL(url)
    const proxy = new WireProxy({ host: at.hostname, port: Number(at.port || 5432) })
    await proxy.comeBack()
    return proxy
  }

  /** The same address, by way of this proxy. */
  through(url: string): string {
    const at = new URL(url)
    at.hostname = '127.0.0.1'
    at.port = String(this.#listensOn())
    return at.href
  }

  /** Forgets what was counted. */
  reset(): void {
    this.statements = []
    this.roundTrips = 0
    this.connections = 0
  }

  /** Cuts once, as told; connections after that work as usual. */
  cutOnce(cut: Cut): void {
    this.#cut = cut
    this.#heard = 0
  }

  /** True while a cut was ordered and has not happened yet. */
  get cutPending(): boolean {
    return this.#cut !== undefined
  }

  /** Goes away as a server does that is restarted: its connections end and new ones are refused. */
  async goAway(): Promise<void> {
    this.#port = this.#listensOn()
    await this.close()
  }

  /** Comes back at the same address. */
  async comeBack(): Promise<void> {
    await new Promise<void>(resolve => this.#server.listen(this.#port, '127.0.0.1', resolve))
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy()
    await new Promise(resolve => this.#server.close(resolve))
  }

  #listensOn(): number {
    const address = this.#server.address()
    return address instanceof Object ? address.port : 0
  }

  #join(client: net.Socket): void {
    const server = net.connect({ ...this.#target, noDelay: true })
    const pair = new Pair(client, server, ++this.connections, this)
    for (const socket of [client, server]) {
      this.#open.add(socket)
      socket.on('error', () => pair.destroy())
      socket.on('close', () => {
        this.#open.delete(socket)
        this.later(() => pair.destroy())
      })
    }
  }

  /** Called by a connection for each statement; answers with what shall happen to it. */
  heard(statement: SentStatement): Cut['when'] | undefined {
    this.statements.push(statement)
    const cut = this.#cut
    if (!cut) return
    this.#heard++
    if (typeof cut.at === 'number' ? this.#heard !== cut.at : !cut.at.test(statement.text)) return
    this.#cut = undefined
    return cut.when
  }

  later(act: () => void): void {
    if (this.delayMs > 0) setTimeout(act, this.delayMs)
    else act()
  }
}

class Pair {
  readonly #client: net.Socket
  readonly #server: net.Socket
  readonly #number: number
  readonly #proxy: WireProxy
  readonly #fromClient = new WireReader('client')
  readonly #fromServer = new WireReader('server')
  #parsed = ''
  #ready = false
  #serverSpoke = false
  /** How many ReadyForQuery the server owes us; what is left of them when an answer has to be lost. */
  #owed = 0
  #end: Cut['when'] | undefined

  constructor(client: net.Socket, server: net.Socket, number: number, proxy: WireProxy) {
    this.#client = client
    this.#server = server
    this.#number = number
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
    if (this.#ready && this.#serverSpoke) this.#proxy.roundTrips++
    this.#serverSpoke = false
    const passed: Buffer[] = []
    for (const message of this.#fromClient.read(chunk)) {
      if (this.#end) break
      this.#end = this.#note(message)
      if (this.#end === 'before') {
        this.destroy()
        return
      }
      passed.push(message.raw)
      if (this.#end && message.type === 'E') passed.push(sync)
      if (['start', 'Q', 'S'].includes(message.type) || (this.#end && message.type === 'E')) this.#owed++
    }
    this.#proxy.later(() => this.#server.write(Buffer.concat(passed)))
  }

  #note(message: WireMessage): Cut['when'] | undefined {
    if (message.type === 'P') this.#parsed = sqlOf(message)
    if (message.type !== 'Q' && message.type !== 'E') return
    const text = message.type === 'Q' ? sqlOf(message) : this.#parsed
    return this.#proxy.heard({ connection: this.#number, text })
  }

  #serverSaid(chunk: Buffer): void {
    this.#owed -= this.#fromServer.read(chunk).filter(message => message.type === 'Z').length
    if (this.#end) {
      if (this.#end === 'after' && this.#owed === 0) this.destroy()
      return
    }
    this.#proxy.later(() => {
      if (this.#owed === 0) this.#ready = true
      this.#serverSpoke = true
      this.#client.write(chunk)
    })
  }
}

const sync = Buffer.from([...Buffer.from('S'), 0, 0, 0, 4])
