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
 * Sends a statement over one driver client, with its parameters in one round trip; left to itself the driver
 * asks the server for their types first, which costs a second one.
 */
export function sendOn(sql: postgres.Sql, { text, parameters, asArrays }: Statement): Promise<Answer> {
  const query = sql.unsafe(text, [], { simple: parameters.length === 0 } as postgres.UnsafeQueryOptions)
  // The driver keeps `parameters` that are there already and then sends Parse, Bind and Execute together. That
  // field is internal, so the driver's version is pinned and two test files watch it: round-trips, parameter-types.
  if (parameters.length > 0) Object.assign(query, { parameters: parameters.map(asText) })
  return (asArrays ? query.values() : query) as unknown as Promise<Answer>
}

/** The same statement with what can go wrong before it is sent done. Throws a TypeError for a parameter that is undefined. */
export function sendable({ parameters, ...statement }: Statement): Statement {
  return { ...statement, parameters: parameters.map(asText) }
}

// Drizzle has already turned columns' values into text, so this serves hand-written SQL. Postgres reads the text
// by the type that the statement expects.
function asText(value: unknown): string | null {
  if (value === null) return null
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (value === undefined)
    throw new TypeError('A parameter of a statement is undefined: null was meant, perhaps.')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
