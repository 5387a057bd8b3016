import { type InTransaction, type TransactionClient, transactionClient } from './adapter.ts'
import { codeOf, DbError, isPassing, mayHaveCommitted } from './errors.ts'
import { inside } from './exclusive.ts'
import type { Pool } from './pool.ts'
import { lost, type Slot } from './slot.ts'
import { type Answer, plain, type Statement } from './statement.ts'
import { refuseSessionControl } from './statement-kind.ts'

export type TransactionLimits = {
  /** Wall-clock limit of the whole, all attempts together, in milliseconds. */
  ms: number
  /** Try again after a fault that may have come after the commit. Only when a second run is harmless. */
  repeatable: boolean
}

/** Tries one transaction until it commits, until its fault is lasting, or until its time is over. */
export async function attempts<T>(
  pool: Pool,
  actor: string,
  work: InTransaction<T>,
  { ms, repeatable }: TransactionLimits,
): Promise<T> {
  const until = Date.now() + ms
  // The first attempt gets 60 % of the time, so that one silent server leaves room for another attempt.
  const firstUntil = until - 0.4 * ms
  let inDoubt = false
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(pool, actor, work, attempt === 0 ? firstUntil : until)
    } catch (error) {
      inDoubt ||= mayHaveCommitted(error)
      const pause = Math.min(1000, 25 * 2 ** attempt) * (0.5 + Math.random())
      const passes = isPassing(error) || (attempt === 0 && codeOf(error) === 'TX_TIMEOUT')
      if (!passes || (inDoubt && !repeatable) || Date.now() + pause > until) throw told(error, inDoubt)
      await new Promise(resolve => setTimeout(resolve, pause))
    }
  }
}

/** One attempt at one transaction, on one slot, between BEGIN and COMMIT. */
export async function once<T>(pool: Pool, actor: string, work: InTransaction<T>, until: number): Promise<T> {
  const slot = await pool.acquire(until)
  const late = () => slot.kill(new DbError('TX_TIMEOUT', 'The transaction exceeded its time limit.'))
  const deadline = setTimeout(late, Math.max(1, until - Date.now()))
  try {
    return await new Attempt(slot).run(actor, work)
  } finally {
    clearTimeout(deadline)
    pool.release(slot)
  }
}

class Attempt {
  readonly #slot: Slot
  #over = false
  #savepoints = 0
  #firstFault: unknown

  constructor(slot: Slot) {
    this.#slot = slot
  }

  async run<T>(actor: string, work: InTransaction<T>): Promise<T> {
    let result: T
    try {
      result = await this.#body(actor, work)
    } catch (error) {
      this.#over = true
      if (!this.#slot.dead) await this.#slot.send(plain('rollback')).catch(() => this.#slot.kill(lost()))
      throw error
    }
    await this.#commit()
    return result
  }

  async #body<T>(actor: string, work: InTransaction<T>): Promise<T> {
    const client = transactionClient(
      statement => this.#sendAsWritten(statement),
      inner => this.#savepoint(client, inner),
    )
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

  async #commit(): Promise<void> {
    let answer: Answer
    try {
      answer = await this.#slot.send(plain('commit'))
    } catch (error) {
      if (!this.#slot.dead) throw error
      throw new DbError(
        codeOf(error) ?? 'COMMIT_UNKNOWN',
        'The connection was lost during COMMIT: the change may or may not have been saved.',
        'unknown',
        { cause: error },
      )
    }
    // In a transaction with a failed statement Postgres answers COMMIT with ROLLBACK and no error.
    if (answer.command === 'COMMIT') return
    throw new DbError(
      'TX_ABORTED',
      'A statement failed and its error was swallowed: nothing was saved.',
      'no',
      {
        cause: this.#firstFault,
      },
    )
  }

  async #sendAsWritten(statement: Statement): Promise<Answer> {
    refuseSessionControl(statement.text)
    return this.#send(statement)
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
      if (!this.#slot.dead) await this.#send(plain(`rollback to savepoint ${name}`))
      this.#firstFault = faultBefore
      throw error
    }
  }
}

// An earlier attempt may have committed even when the last one surely did not.
function told(error: unknown, inDoubt: boolean): unknown {
  if (!inDoubt || mayHaveCommitted(error)) return error
  return new DbError(
    codeOf(error) ?? 'COMMIT_UNKNOWN',
    'An earlier attempt may have been saved.',
    'unknown',
    {
      cause: error,
    },
  )
}
