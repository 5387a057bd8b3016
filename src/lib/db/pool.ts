import type { Endpoint } from './endpoint.ts'
import { DbError } from './errors.ts'
import { lost, Slot, type TypeMaps } from './slot.ts'

export type PoolSettings = {
  max: number
  /** How long a free connection is kept, in milliseconds. */
  idleMs: number
  /** How old a connection may grow, in milliseconds. */
  lifeMs: number
  connectMs: number
}

/** Lends slots, one to each piece of work, and never more than `max` at a time. */
export class Pool {
  readonly #endpoint: Endpoint
  readonly #types: TypeMaps
  readonly #settings: PoolSettings
  readonly #all = new Set<Slot>()
  #free: Slot[] = []
  #queue: ((slot: Slot) => void)[] = []
  #sweeper: NodeJS.Timeout | undefined

  constructor(endpoint: Endpoint, types: TypeMaps, settings: PoolSettings) {
    this.#endpoint = endpoint
    this.#types = types
    this.#settings = settings
  }

  /** A slot for exclusive use, given back with `release`. Waits until the wall-clock time `until` at most. */
  async acquire(until: number): Promise<Slot> {
    for (let slot = this.#free.pop(); slot; slot = this.#free.pop()) {
      if (!this.#isStale(slot)) return slot
      slot.kill(lost())
    }
    return this.#all.size < this.#settings.max ? this.#open() : this.#wait(until)
  }

  release(slot: Slot): void {
    if (slot.dead) return
    slot.freeSince = Date.now()
    const next = this.#queue.shift()
    if (next) return next(slot)
    this.#free.push(slot)
    this.#sweeper ??= setTimeout(() => this.#sweep(), this.#settings.idleMs).unref()
  }

  /** Ends every connection. What is still running on one fails with CONNECTION_CLOSED. */
  close(): void {
    clearTimeout(this.#sweeper)
    for (const slot of this.#all) slot.retire()
    this.#free = []
  }

  get counts() {
    return { open: this.#all.size, free: this.#free.length, waiting: this.#queue.length }
  }

  #open(): Slot {
    const { connectMs } = this.#settings
    const slot = new Slot(this.#endpoint, this.#types, connectMs, dead => this.#bury(dead))
    this.#all.add(slot)
    return slot
  }

  #bury(dead: Slot): void {
    this.#all.delete(dead)
    this.#free = this.#free.filter(slot => slot !== dead)
    if (this.#all.size < this.#settings.max) this.#queue.shift()?.(this.#open())
  }

  #wait(until: number): Promise<Slot> {
    return new Promise((resolve, reject) => {
      const late = () => {
        this.#queue = this.#queue.filter(other => other !== served)
        reject(new DbError('POOL_TIMEOUT', 'No connection to the database became free in time.'))
      }
      const deadline = setTimeout(late, Math.max(0, until - Date.now()))
      const served = (slot: Slot) => {
        clearTimeout(deadline)
        resolve(slot)
      }
      this.#queue.push(served)
    })
  }

  // By wall clock, so that a process that was frozen for an hour does not trust its old connections.
  #isStale(slot: Slot): boolean {
    const now = Date.now()
    return now - slot.freeSince >= this.#settings.idleMs || now - slot.born >= this.#settings.lifeMs
  }

  #sweep(): void {
    const stale = this.#free.filter(slot => this.#isStale(slot))
    this.#free = this.#free.filter(slot => !stale.includes(slot))
    for (const slot of stale) slot.retire()
    const soon = Math.max(1000, this.#settings.idleMs / 4)
    this.#sweeper = this.#free.length > 0 ? setTimeout(() => this.#sweep(), soon).unref() : undefined
  }
}
