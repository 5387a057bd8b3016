import { eq } from 'drizzle-orm'
import { transaction } from '#src/lib/db/client.ts'
import { directClient } from '#src/lib/db/direct.ts'
import { session } from '#src/lib/db/tables/identity.ts'
import type { BrowserWire } from '#tests/support/browser-wire.ts'
import type { Cut } from '#tests/support/wire-pair.ts'
import type { Desk } from './desk.ts'
import type { Ledger } from './ledger.ts'
import { persistently } from './persistently.ts'
import type { Fault } from './plan.ts'
import type { Weather } from './weather.ts'

/** One of those who send at the same time: its own line to one of the servers. */
export type Lane = { wire: BrowserWire; server: number }

/** Brings the faults of plans over the desk, and writes down which of them happened. */
export class Trouble {
  readonly #desk: Desk
  readonly #weather: Weather
  readonly #ledger: Ledger
  /** The cuts that were ordered and that no statement has met yet, by server. */
  readonly #ordered = new Map<number, Fault>()

  constructor(desk: Desk, weather: Weather, ledger: Ledger) {
    this.#desk = desk
    this.#weather = weather
    this.#ledger = ledger
    for (const { database } of desk.servers) database.kill = backend => void this.#kill(backend)
  }

  /** Orders a fault right before a form is sent. `sessionToken` is that of its person. */
  async begin(fault: Fault, lane: Lane, sessionToken: string | undefined): Promise<void> {
    if (fault.kind === 'browser line') lane.wire.once(fault.fault)
    if (fault.kind === 'database line') this.#cut(fault, lane.server)
    if (fault.kind === 'slow database') this.#slow(fault, lane.server)
    if (fault.kind === 'weather') this.#strike(fault, lane.server)
    if (fault.kind === 'session deleted' && sessionToken) {
      await persistently(() =>
        transaction('chaos', tx => tx.delete(session).where(eq(session.token, sessionToken))),
      )
      this.#ledger.happened(fault)
    }
    if (fault.kind === 'nothing') this.#ledger.happened(fault)
  }

  /** Ends what lasts as long as a submission, and counts what its line has met. */
  end(fault: Fault, lane: Lane): void {
    if (fault.kind === 'slow database') this.#proxy(lane.server).delayMs = 0
    if (fault.kind !== 'browser line') return
    if (!lane.wire.pending) this.#ledger.happened(fault)
    lane.wire.calm()
  }

  /** Counts the cuts that were met at last. */
  close(): void {
    for (const server of this.#ordered.keys()) this.#settle(server)
  }

  #cut(fault: Fault & { kind: 'database line' }, server: number) {
    if (!this.#settle(server)) return
    this.#proxy(server).cutOnce(this.#possible(fault.cut, server))
    this.#ordered.set(server, fault)
  }

  /** Whether the way is free for another order. */
  #settle(server: number): boolean {
    const before = this.#ordered.get(server)
    if (before && this.#proxy(server).cutPending) return false
    if (before) this.#ledger.happened(before)
    this.#ordered.delete(server)
    return true
  }

  // Behind a pooler nobody can tell whose backend it is.
  #possible(cut: Cut, server: number): Cut {
    return cut.when === 'killed' && this.#desk.servers[server]?.isPooled ? { ...cut, when: 'before' } : cut
  }

  #slow(fault: Fault & { kind: 'slow database' }, server: number) {
    this.#proxy(server).delayMs = fault.ms
    this.#ledger.happened(fault)
  }

  #strike(fault: Fault & { kind: 'weather' }, server: number) {
    setTimeout(() => {
      if (this.#weather.strike(fault.strike, server)) this.#ledger.happened(fault)
    }, fault.afterMs)
  }

  #proxy(server: number) {
    const found = this.#desk.servers[server]
    if (!found) throw new Error(`There is no server ${server}`)
    return found.database
  }

  async #kill(backend: number) {
    const superuser = directClient(this.#desk.superuserUrl)
    await superuser`select pg_terminate_backend(${backend})`.catch(() => {})
    await superuser.end({ timeout: 1 }).catch(() => {})
  }
}
