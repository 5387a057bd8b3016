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
export const lost = (cause?: unknown) =>
  new DbError('CONNECTION_CLOSED', 'The connection to the database was lost.', 'no', { cause })

/**
 * One postgres.js client with one socket, for ever. The driver would reconnect after a loss and then lets
 * statements of the old work run in somebody else's transaction; a slot that lost its socket is thrown away.
 */
export class Slot {
  readonly born = Date.now()
  freeSince = Date.now()
  /** Why the slot can no longer be used, once it cannot. */
  dead: DbError | undefined
  /** True once the server could have heard a statement. */
  connected = false
  readonly #sql: postgres.Sql
  readonly #waiting = new Set<(reason: unknown) => void>()
  readonly #onDeath: (slot: Slot) => void
  #socket: net.Socket | undefined

  constructor(endpoint: Endpoint, types: TypeMaps, connectMs: number, onDeath: (slot: Slot) => void) {
    this.#onDeath = onDeath
    this.#sql = postgres({
      ...account(endpoint),
      max: 1,
      connect_timeout: connectMs / 1000,
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

  /** Says goodbye to the server, and stops waiting for its answer after half a second. */
  retire(): void {
    this.#sql.end({ timeout: 0 }).catch(() => {})
    setTimeout(() => this.kill(lost()), 500).unref()
  }

  async #dial(endpoint: Endpoint, connectMs: number): Promise<net.Socket> {
    // A second socket is a reconnection, which is what must not happen.
    if (this.#socket) this.kill(lost())
    if (this.dead) throw this.dead
    const late = () => this.kill(new DbError('CONNECT_TIMEOUT', 'The database did not answer in time.'))
    const deadline = setTimeout(late, connectMs)
    try {
      const socket = await openSocket(endpoint, opened => this.#adopt(opened))
      this.connected = true
      return socket
    } catch (error) {
      this.kill(unreachable(error))
      throw error
    } finally {
      clearTimeout(deadline)
    }
  }

  #adopt(socket: net.Socket) {
    this.#socket = socket
    socket.on('error', error => this.kill(this.connected ? lost(error) : unreachable(error)))
    socket.on('close', () => this.kill(lost()))
    if (this.dead) socket.destroy()
  }
}

/** Who we are there, and how little of itself the driver shall do, as postgres.js options. */
export function account(endpoint: Endpoint) {
  return {
    user: endpoint.user,
    pass: endpoint.password,
    host: endpoint.host,
    port: endpoint.port,
    database: endpoint.database,
    connection: { application_name: 'holdfast', ...(endpoint.startup && { options: endpoint.startup }) },
    ssl: false,
    prepare: false,
    fetch_types: false,
    idle_timeout: 0,
    max_lifetime: 0,
    onnotice: () => {},
  }
}

// The cause's own code tells a server that is away, which passes, from a certificate that is wrong, which stays.
function unreachable(cause: unknown): DbError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'CONNECTION_CLOSED'
  return new DbError(code, 'The database could not be reached.', 'no', { cause })
}
