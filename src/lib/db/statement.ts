import type postgres from 'postgres'

/** SQL text with `$1`… parameters. `asArrays` asks for rows as arrays in column order, else as objects. */
export type Statement = { text: string; parameters: unknown[]; asArrays: boolean }

/** The rows, and the command that Postgres says it completed (`SELECT`, `COMMIT`, `ROLLBACK` …). */
export type Answer = unknown[] & { command: string; count: number }

/** Statement without parameters, rows as objects. */
export const plain = (text: string, parameters: unknown[] = []): Statement => ({
  text,
  parameters,
  asArrays: false,
})

/**
 * Sends a statement over one driver client. Parameters of plain types leave with the statement in one round
 * trip; left to itself the driver asks the server for their types first, which costs a second one.
 */
export function sendOn(sql: postgres.Sql, { text, parameters, asArrays }: Statement): Promise<Answer> {
  const query = isPlain(parameters)
    ? inOneTrip(sql, text, parameters)
    : sql.unsafe(text, parameters as never[])
  return (asArrays ? query.values() : query) as unknown as Promise<Answer>
}

type PlainParameter = string | number | bigint | boolean | Date | Uint8Array | null

// The driver keeps `parameters` when they are there already and then sends Parse, Bind and Execute together.
// That field is internal, so the driver is pinned and tests/src/lib/db/round-trips.test.ts watches it.
function inOneTrip(sql: postgres.Sql, text: string, parameters: PlainParameter[]) {
  const options = { simple: parameters.length === 0 } as postgres.UnsafeQueryOptions
  const query = sql.unsafe(text, [], options)
  if (parameters.length > 0) Object.assign(query, { parameters: parameters.map(asText) })
  return query
}

function isPlain(parameters: unknown[]): parameters is PlainParameter[] {
  return parameters.every(
    value =>
      value === null ||
      ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ||
      value instanceof Date ||
      value instanceof Uint8Array,
  )
}

function asText(value: PlainParameter): string | null {
  if (value === null) return null
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return String(value)
}
