import type { Endpoint } from './endpoint.ts'
import { DbError } from './errors.ts'
import { lost, Slot, type TypeMaps } from './slot.ts'

/** `max` connections; a free one is kept for `idleMs`, any one for `lifeMs`; all times in milliseconds. */
export type PoolSettings = { max: number; idleMs: number; lifeMs: number; connectMs: number }

type Waiter = { serve: (slot: Slot) => void; refuse: (reason: DbError) => void }

/** Lends slots, one to each piece of work, and never more than `max` at a time. */
export class Pool {
  readonly #endpoint: Endpoint
  readonly #types: TypeMaps
  readonly #settings: PoolSettings
  readonly #all = new Set<Slot>()
  #free: Slot[] = []
  #queue: Waiter[] = []
  #sweeper: NodeJS.Timeout | undefined
  #closing: (() => void) | undefined

  constructor(endpoint: Endpoint, types: TypeMaps, settings: PoolSettings) {
    this.#endpoint = endpoint
    this.#types = types
    this.#settings = settings
  }

  /** A slot for exclusive use, given back with `release`. Waits until the wall-clock time `until` at most. */
  async acquire(until: number): Promise<Slot> {
    if (this.#closing) throw closed()
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
    if (next) next.serve(slot)
    else if (this.#closing) slot.retire()
    else this.#keep(slot)
  }

  /** Refuses new work, lets running work finish for `graceMs`, and resolves when every connection has ended. */
  close(graceMs = 5000): Promise<void> {
    clearTimeout(this.#sweeper)
    for (const waiter of this.#queue.splice(0)) waiter.refuse(closed())
    for (const slot of this.#free.splice(0)) slot.retire()
    const deadline = setTimeout(() => {
      for (const slot of this.#all) slot.kill(closed())
    }, graceMs)
    return new Promise<void>(resolve => {
      this.#closing = resolve
      if (this.#all.size === 0) resolve()
    }).finally(() => clearTimeout(deadline))
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
    if (this.#closing && this.#all.size === 0) this.#closing()
    if (this.#all.size < this.#settings.max) this.#queue.shift()?.serve(this.#open())
  }

  #wait(until: number): Promise<Slot> {
    return new Promise((resolve, reject) => {
      const late = () => {
        this.#queue = this.#queue.filter(other => other !== waiter)
        reject(new DbError('POOL_TIMEOUT', 'No connection to the database became free in time.'))
      }
      const deadline = setTimeout(late, Math.max(0, until - Date.now()))
      const settle =
        <V>(act: (value: V) => void) =>
        (value: V) => {
          clearTimeout(deadline)
          act(value)
        }
      const waiter = { serve: settle(resolve), refuse: settle(reject) }
      this.#queue.push(waiter)
    })
  }

  // By wall clock, so that a process that was frozen for an hour does not trust its old connections.
  #isStale(slot: Slot): boolean {
    const now = Date.now()
    return now - slot.freeSince >= this.#settings.idleMs || now - slot.born >= this.#settings.lifeMs
  }

  #keep(slot: Slot): void {
    this.#free.push(slot)
    this.#sweeper ??= setTimeout(() => this.#sweep(), this.#settings.idleMs).unref()
  }

  #sweep(): void {
    this.#sweeper = undefined
    for (const slot of this.#free.splice(0)) {
      if (this.#isStale(slot)) slot.retire()
      else this.#keep(slot)
    }
  }
}

const closed = () => new DbError('POOL_CLOSED', 'The process is ending and takes no new work.')
