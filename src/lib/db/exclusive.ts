import { AsyncLocalStorage } from 'node:async_hooks'
import { DbError } from './errors.ts'

type Scope = { running: boolean }

// On globalThis because a bundler may load this module more than once in one process.
const key = Symbol.for('holdfast.transaction')
const shared = globalThis as { [key]?: AsyncLocalStorage<Scope> }
shared[key] ??= new AsyncLocalStorage<Scope>()
const scopes = shared[key]

/** Runs the body of a transaction, so that `refuseInside` can tell. */
export function inside<T>(work: () => Promise<T>): Promise<T> {
  const scope = { running: true }
  return scopes.run(scope, work).finally(() => {
    scope.running = false
  })
}

/**
 * A second connection inside a transaction would wait for the pool that the transaction itself may have
 * emptied, and would not see what the transaction did. So it is refused at once, whatever the pool's size.
 */
export function refuseInside(what: string): void {
  if (!scopes.getStore()?.running) return
  throw new DbError(
    'DB_INSIDE_TRANSACTION',
    `${what} was used inside transaction(): use the tx that its callback received.`,
  )
}
