import { setTimeout as wait } from 'node:timers/promises'
import { directClient } from '#src/lib/db/direct.ts'
import type { Desk } from './desk.ts'

/** What hits everybody at once. */
export type Strike =
  | { kind: 'database away'; ms: number }
  | { kind: 'backends terminated'; times: number }
  | { kind: 'Postgres killed' | 'server killed' | 'PgBouncer restarted' | 'worker killed' }

/** Lets one thing at a time happen to the whole desk, and knows when it is over. */
export class Weather {
  readonly #desk: Desk
  #now: Promise<unknown> | undefined
  #last = 0
  /** Why a part of the desk did not come back. */
  failure: unknown

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Strikes, unless something is going on already, and says whether it did. `server` is the one that is killed. */
  strike(strike: Strike, server: number): boolean {
    if (this.#now || (strike.kind === 'PgBouncer restarted' && !this.#desk.restartPooler)) return false
    this.#now = this.#run(strike, server)
      .catch(error => {
        this.failure = error
      })
      .finally(() => {
        this.#now = undefined
        this.#last = Date.now()
      })
    return true
  }

  /** Whether nothing has happened to the whole desk for so long. */
  isCalmFor(ms: number): boolean {
    return !this.#now && Date.now() - this.#last > ms
  }

  /** Resolves when nothing is going on. */
  async calm(): Promise<void> {
    while (this.#now) await this.#now
  }

  async #run(strike: Strike, server: number): Promise<void> {
    const desk = this.#desk
    if (strike.kind === 'database away') await away(desk, strike.ms)
    if (strike.kind === 'backends terminated') await terminate(desk, strike.times)
    if (strike.kind === 'Postgres killed') await desk.killPostgres()
    if (strike.kind === 'server killed') await desk.servers[server]?.process.killAndStart()
    if (strike.kind === 'PgBouncer restarted') await desk.restartPooler?.()
    if (strike.kind === 'worker killed') await desk.worker.killAndStart()
  }
}

async function away({ servers }: Desk, ms: number): Promise<void> {
  await Promise.all(servers.map(({ database }) => database.goAway()))
  await wait(ms)
  await Promise.all(servers.map(({ database }) => database.comeBack()))
}

/** As an administrator does, or a failover: every backend of the role that serves ends in the middle of its work. */
async function terminate({ superuserUrl }: Desk, times: number): Promise<void> {
  const superuser = directClient(superuserUrl)
  for (let time = 0; time < times; time++) {
    await superuser`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'holdfast_app'`
    await wait(60)
  }
  await superuser.end()
}
