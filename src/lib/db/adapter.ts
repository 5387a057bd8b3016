import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { TypeMaps } from './slot.ts'
import { type Answer, plain, type Statement } from './statement.ts'
import * as identity from './tables/identity.ts'
import * as people from './tables/people.ts'
import * as sla from './tables/sla.ts'
import * as system from './tables/system.ts'
import * as tickets from './tables/tickets.ts'

const schema = { ...identity, ...people, ...sla, ...tickets, ...system }

export type Database = PostgresJsDatabase<typeof schema>
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

/** Filled by `drizzle()`; every connection copies it. */
export const types: TypeMaps = { parsers: {}, serializers: {} }

type Run = (statement: Statement) => Promise<Answer>
export type InTransaction<T> = (client: TransactionClient) => Promise<T>

/** The little that Drizzle needs of a postgres.js client. */
export type Client = {
  options: TypeMaps
  unsafe(text: string, parameters?: unknown[]): Promise<Answer> & { values(): Promise<Answer> }
  begin<T>(work: InTransaction<T>): Promise<T>
}

export type TransactionClient = Omit<Client, 'begin'> & {
  savepoint<T>(work: InTransaction<T>): Promise<T>
  /** Keeps a statement for the flight of COMMIT. */
  last(statement: Statement): void
}

/** A statement that is built and not sent. */
type Built = { toSQL(): { sql: string; params: unknown[] } }

/**
 * Has these leave together with COMMIT, after everything else, which saves a round trip. Nobody sees their answers; when
 * one of them fails nothing is saved, as with any other.
 */
export type Last = (...statements: (Built | undefined)[]) => void

/** A Drizzle database whose statements go through `run` and whose `.transaction()` goes through `begin`. */
export function databaseOver(run: Run, begin: Client['begin']): Database {
  const client: Client = { options: types, unsafe: unsafeOver(run), begin }
  return drizzle(client as unknown as postgres.Sql, { schema })
}

/** What Drizzle's transaction object speaks to. */
export function transactionClient(
  run: Run,
  { savepoint, last }: Pick<TransactionClient, 'savepoint' | 'last'>,
): TransactionClient {
  return { options: types, unsafe: unsafeOver(run), savepoint, last }
}

// `begin` hands back the function that it was given, and with it Drizzle's own way to make a `tx`.
const binder = databaseOver(
  () => Promise.reject(new Error('This database only binds transactions.')),
  work => work as never,
)

/** Turns work on a Drizzle `tx` into work on a client, without a connection at hand. */
export function bindToClient<T>(work: (tx: Tx, last: Last) => Promise<T>): InTransaction<T> {
  return async client => {
    const last: Last = (...statements) => {
      for (const statement of statements) if (statement) client.last(plainly(statement))
    }
    const bound = binder.transaction(tx => work(tx, last)) as unknown as InTransaction<T>
    return bound(client)
  }
}

function plainly(statement: Built): Statement {
  const { sql, params } = statement.toSQL()
  return plain(sql, params)
}

// Lazy like the driver: Drizzle first builds the query, then says whether it wants arrays, then awaits.
function unsafeOver(run: Run): Client['unsafe'] {
  return (text, parameters = []) => {
    let sent: Promise<Answer> | undefined
    const send = (asArrays: boolean) => {
      sent ??= run({ text, parameters, asArrays })
      return sent
    }
    return {
      values: () => send(true),
      // biome-ignore lint/suspicious/noThenProperty: Drizzle awaits what unsafe() returns.
      then: (done, failed) => send(false).then(done, failed),
      catch: failed => send(false).catch(failed),
      finally: act => send(false).finally(act),
      [Symbol.toStringTag]: 'Promise',
    }
  }
}
