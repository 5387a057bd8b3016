import net from 'node:net'
import { freePort } from '#src/commands/embedded/port.ts'
import { type Cut, Pair, type SentStatement } from './wire-pair.ts'

/** A TCP proxy in front of Postgres or PgBouncer that counts, delays and cuts. */
export class WireProxy {
  /** Delay of every chunk in each direction, in milliseconds. */
  delayMs = 0
  statements: SentStatement[] = []
  /** How often a client spoke after the server had spoken: the round trips, without those of connecting. */
  roundTrips = 0
  /**
   * The longest row of statements of which each was sent when the answer to the one before had come, on whichever
   * connection: what a request waits for when nothing else is asked for meanwhile.
   */
  inARow = 0
  connections = 0
  /** Kills the backend with this process number, for a cut that is `killed`. */
  kill: (backend: number) => void | Promise<void> = () => {}
  #cut: Cut | undefined
  #heard = 0
  #answered = 0
  readonly #port: number
  readonly #target: { host: string; port: number }
  readonly #open = new Set<net.Socket>()
  readonly #onItsWay: (() => void)[] = []
  readonly #server = net.createServer(client => this.#join(client))

  private constructor(target: { host: string; port: number }, port: number) {
    this.#target = target
    this.#port = port
  }

  /** A proxy in front of the server that `url` names. */
  static async before(url: string): Promise<WireProxy> {
    const at = new URL(url)
    const proxy = new WireProxy({ host: at.hostname, port: Number(at.port || 5432) }, await freePort())
    await proxy.comeBack()
    return proxy
  }

  /** The same address, by way of this proxy. */
  through(url: string): string {
    const at = new URL(url)
    at.hostname = '127.0.0.1'
    at.port = String(this.#port)
    return at.href
  }

  /** Forgets what was counted. */
  reset(): void {
    this.statements = []
    this.roundTrips = 0
    this.inARow = 0
    this.#answered = 0
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
  goAway(): Promise<void> {
    return this.close()
  }

  /** Comes back at the same address. */
  async comeBack(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#port, '127.0.0.1', resolve)
    })
    this.#server.removeAllListeners('error')
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy()
    await new Promise(resolve => this.#server.close(resolve))
  }

  #join(client: net.Socket): void {
    const server = net.connect({ ...this.#target, noDelay: true })
    const pair = new Pair(client, server, {
      connection: ++this.connections,
      heard: statement => this.#heardOf(statement),
      turned: () => {
        this.roundTrips++
      },
      asked: () => {
        this.inARow = Math.max(this.inARow, this.#answered + 1)
        return this.#answered + 1
      },
      answered: place => {
        this.#answered = Math.max(this.#answered, place)
      },
      kill: backend => void this.kill(backend),
      later: act => this.#later(act),
    })
    for (const socket of [client, server]) {
      this.#open.add(socket)
      socket.on('error', () => pair.destroy())
      socket.on('close', () => {
        this.#open.delete(socket)
        this.#later(() => pair.destroy())
      })
    }
  }

  #heardOf(statement: SentStatement): Cut['when'] | undefined {
    this.statements.push(statement)
    const cut = this.#cut
    if (!cut) return
    this.#heard++
    if (typeof cut.at === 'number' ? this.#heard !== cut.at : !cut.at.test(statement.text)) return
    this.#cut = undefined
    return cut.when
  }

  // Each timer lets out whoever came first, so that nothing overtakes where the line gets faster meanwhile: on a line of TCP
  // nothing does, and a driver would take the answer to one statement for that to another.
  #later(act: () => void): void {
    if (this.delayMs === 0 && this.#onItsWay.length === 0) {
      act()
      return
    }
    this.#onItsWay.push(act)
    setTimeout(() => this.#onItsWay.shift()?.(), this.delayMs)
  }
}
