import { type InTransaction, type TransactionClient, transactionClient } from './adapter.ts'
import { codeOf, DbError } from './errors.ts'
import { inside } from './exclusive.ts'
import type { Pool } from './pool.ts'
import { lost, type Slot } from './slot.ts'
import { type Answer, plain, type Statement, sendable } from './statement.ts'
import { refuseSessionControl } from './statement-kind.ts'

/** One attempt at one transaction, on one slot, given up at the wall-clock time `until`. */
export async function runTransaction<T>(
  pool: Pool,
  actor: string,
  work: InTransaction<T>,
  until: number,
): Promise<T> {
  const slot = await pool.acquire(until)
  const late = () => slot.kill(new DbError('TX_TIMEOUT', 'The transaction exceeded its time limit.'))
  const deadline = setTimeout(late, Math.max(1, until - Date.now()))
  try {
    return await new Transaction(slot).run(actor, work)
  } finally {
    clearTimeout(deadline)
    pool.release(slot)
  }
}

/** From BEGIN to COMMIT or ROLLBACK, both ours: so we know whether the commit was sent when a fault comes. */
class Transaction {
  readonly #slot: Slot
  #over = false
  #savepoints = 0
  #firstFault: unknown
  readonly #last: Statement[] = []

  constructor(slot: Slot) {
    this.#slot = slot
  }

  async run<T>(actor: string, work: InTransaction<T>): Promise<T> {
    let result: T
    try {
      result = await this.#body(actor, work)
    } catch (error) {
      if (!this.#slot.dead) await this.#slot.send(plain('rollback')).catch(() => this.#slot.kill(lost()))
      throw error
    }
    await this.#commit()
    return result
  }

  async #body<T>(actor: string, work: InTransaction<T>): Promise<T> {
    const client = transactionClient(statement => this.#sendAsWritten(statement), {
      savepoint: inner => this.#savepoint(client, inner),
      last: statement => this.#keepForCommit(statement),
    })
    // Not awaited here: BEGIN, the actor and the first statement leave in one flight. They are two messages,
    // because a fault in a message that holds both would skip BEGIN and let the next statement commit alone.
    const begun = Promise.all([
      this.#send(plain('begin')),
      this.#send(plain("select set_config('app.actor', $1, true)", [actor])),
    ])
    begun.catch(() => {})
    try {
      const result = await this.#slot.untilDeath(() => inside(async () => work(client)))
      await begun
      return result
    } finally {
      this.#over = true
    }
  }

  async #sendAsWritten(statement: Statement): Promise<Answer> {
    refuseSessionControl(statement.text)
    return this.#send(statement)
  }

  #keepForCommit(statement: Statement): void {
    refuseSessionControl(statement.text)
    this.#last.push(sendable(statement))
  }

  async #send(statement: Statement): Promise<Answer> {
    if (this.#over) throw new DbError('TX_OVER', 'A statement was issued after its transaction had ended.')
    try {
      return await this.#slot.send(statement)
    } catch (error) {
      this.#firstFault ??= error
      throw error
    }
  }

  async #savepoint<T>(client: TransactionClient, work: InTransaction<T>): Promise<T> {
    const name = `nested_${this.#savepoints++}`
    const faultBefore = this.#firstFault
    await this.#send(plain(`savepoint ${name}`))
    try {
      const result = await work(client)
      await this.#send(plain(`release savepoint ${name}`))
      return result
    } catch (error) {
      if (this.#slot.dead) throw error
      await this.#send(plain(`rollback to savepoint ${name}`))
      this.#firstFault = faultBefore
      throw error
    }
  }

  // One flight. The last statements are in the transaction like all others: when one of them fails, COMMIT undoes it all.
  async #commit(): Promise<void> {
    const swallowed = this.#firstFault
    let fault: unknown
    for (const statement of this.#last) this.#slot.send(statement).catch(error => (fault ??= error))
    const answer = await this.#slot.send(plain('commit')).catch(error => {
      throw isRefusal(error) && !this.#slot.dead ? error : inDoubt(error)
    })
    // In a transaction with a failed statement Postgres answers COMMIT with ROLLBACK and no error.
    if (answer.command === 'COMMIT') return
    if (!swallowed && fault) throw fault
    const words = 'A statement failed and its error was swallowed: nothing was saved.'
    throw new DbError('TX_ABORTED', words, 'no', { cause: swallowed })
  }
}

// A broken constraint that was deferred, say. FATAL is the end of the connection, from Postgres or from a pooler,
// and says nothing about what became of the commit.
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'ERROR'
}

function inDoubt(cause: unknown): DbError {
  const words = 'The connection was lost during COMMIT: the change may or may not have been saved.'
  return new DbError(codeOf(cause) ?? 'COMMIT_UNKNOWN', words, 'unknown', { cause })
}
