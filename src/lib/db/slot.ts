import type net from 'node:net'
import postgres from 'postgres'
import type { Endpoint } from './endpoint.ts'
import { DbError } from './errors.ts'
import { openSocket } from './socket.ts'
import { type Answer, type Statement, sendOn } from './statement.ts'

/** Parsers and serializers by type number, filled by Drizzle once and copied to every connection. */
export type TypeMaps = {
  parsers: Record<string, (value: string) => unknown>
  serializers: Record<string, (value: unknown) => unknown>
}

/** The connection is gone, and with it whatever ran on it. */
export const lost = (cause?: Error) =>
  new DbError('CONNECTION_CLOSED', 'The connection to the database was lost.', 'no', { cause })

/**
 * One postgres.js client with one socket, for ever. The driver would reconnect after a loss and then lets
 * statements of the old work run in somebody else's transaction; a slot that lost its socket is thrown away.
 */
export class Slot {
  readonly born = Date.now()
  freeSince = Date.now()
  dead: DbError | undefined
  readonly #sql: postgres.Sql
  readonly #waiting = new Set<(reason: unknown) => void>()
  readonly #onDeath: (slot: Slot) => void
  #socket: net.Socket | undefined
  #dialled = false

  constructor(endpoint: Endpoint, types: TypeMaps, connectMs: number, onDeath: (slot: Slot) => void) {
    this.#onDeath = onDeath
    this.#sql = postgres({
      user: endpoint.user,
      pass: endpoint.password,
      host: endpoint.host,
      port: endpoint.port,
      database: endpoint.database,
      connection: { application_name: 'holdfast', ...(endpoint.startup && { options: endpoint.startup }) },
      max: 1,
      prepare: false,
      fetch_types: false,
      ssl: false,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: connectMs / 1000,
      onnotice: () => {},
      onclose: () => this.kill(lost()),
      socket: () => this.#dial(endpoint, connectMs),
    } as postgres.Options<Record<string, never>>)
    Object.assign(this.#sql.options.parsers, types.parsers)
    Object.assign(this.#sql.options.serializers, types.serializers)
  }

  /** Sends one statement now. Rejects when the statement fails or the slot dies, whichever comes first. */
  send(statement: Statement): Promise<Answer> {
    return this.untilDeath(() => sendOn(this.#sql, statement))
  }

  /** Runs `work`, but waits for it no longer than the slot lives. */
  untilDeath<T>(work: () => Promise<T>): Promise<T> {
    if (this.dead) return Promise.reject(this.dead)
    return new Promise((resolve, reject) => {
      // A set of callbacks, not a race with one long-lived promise: that would keep every answer in memory.
      this.#waiting.add(reject)
      work()
        .then(resolve, reject)
        .finally(() => this.#waiting.delete(reject))
    })
  }

  /** Ends the slot at once, also when the server is silent, and tells everybody who waits on it. */
  kill(reason: DbError): void {
    if (this.dead) return
    this.dead = reason
    this.#socket?.destroy()
    for (const reject of this.#waiting) reject(reason)
    this.#onDeath(this)
  }

  /** Says goodbye to the server, and stops waiting for it after half a second. */
  retire(): void {
    this.#sql.end({ timeout: 0 }).catch(() => {})
    setTimeout(() => this.kill(lost()), 500).unref()
  }

  async #dial(endpoint: Endpoint, connectMs: number): Promise<net.Socket> {
    if (this.#dialled || this.dead) {
      this.kill(lost())
      throw this.dead ?? lost()
    }
    this.#dialled = true
    const late = () => this.kill(new DbError('CONNECT_TIMEOUT', 'The database did not answer in time.'))
    const deadline = setTimeout(late, connectMs)
    try {
      return await openSocket(endpoint, socket => this.#adopt(socket))
    } catch (error) {
      this.kill(lost(error as Error))
      throw error
    } finally {
      clearTimeout(deadline)
    }
  }

  #adopt(socket: net.Socket) {
    this.#socket = socket
    socket.on('error', error => this.kill(lost(error)))
    socket.on('close', () => this.kill(lost()))
    if (this.dead) socket.destroy()
  }
}
