/** What can be said of a change whose end was not seen: surely not saved, or perhaps. */
export type Committed = 'no' | 'unknown'

/** A fault of the way to the database, never of a statement: those keep Postgres' own error and code. */
export class DbError extends Error {
  override readonly name = 'DbError'
  readonly code: string
  committed: Committed

  constructor(code: string, message: string, committed: Committed = 'no', options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.committed = committed
  }
}

const passing = new Set([
  '40001',
  '40P01',
  '55P03',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08P01',
  '25P03',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNRESET',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'POOL_TIMEOUT',
])

/** The SQLSTATE or the fault's own code, wherever in the chain of causes Drizzle has put it. */
export function codeOf(error: unknown): string | undefined {
  for (const link of causes(error)) if ('code' in link && typeof link.code === 'string') return link.code
}

/** True when the change behind this error may have been saved: ask again with the same submission key. */
export function mayHaveCommitted(error: unknown): boolean {
  return causes(error).some(link => 'committed' in link && link.committed === 'unknown')
}

/** True for faults that pass: a lost connection, a restart, a deadlock. The same work may succeed a moment later. */
export function isPassing(error: unknown): boolean {
  return passing.has(codeOf(error) ?? '')
}

function causes(error: unknown): object[] {
  const chain: object[] = []
  for (let link = error; link instanceof Object && chain.length < 6; link = (link as Error).cause)
    chain.push(link)
  return chain
}
