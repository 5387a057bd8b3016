/** What may be told of an error: nothing in it can hold a parameter of a query or a value of a form. */
export type FaultAccount = {
  name: string
  code?: string
  table?: string
  constraint?: string
  digest?: string
  at?: string[]
  cause?: FaultAccount
}

/**
 * Tells of an error what is safe to keep: class, code, table, constraint, Next's digest, stack frames, and
 * the same of its cause. The message is left out, because Drizzle's holds every parameter value and
 * Postgres quotes the offending one.
 */
export function faultAccount(error: unknown, depth = 0): FaultAccount {
  if (!(error instanceof Error)) return { name: error === null ? 'null' : typeof error }
  const account: FaultAccount = { name: className(error) }
  for (const [field, value] of Object.entries(safeFields(error))) {
    if (value !== undefined) Object.assign(account, { [field]: value })
  }
  const at = frames(error)
  if (at.length > 0) account.at = at
  if (error.cause !== undefined && depth < 3) account.cause = faultAccount(error.cause, depth + 1)
  return account
}

// Drizzle's errors call themselves plain Error; their class says more.
function className(error: Error): string {
  return (error.name === 'Error' ? word(error.constructor.name) : word(error.name)) ?? 'Error'
}

// postgres-js says table_name and constraint_name; other drivers say table and constraint.
function safeFields(error: Error) {
  const told: Record<string, unknown> = { ...error }
  return {
    code: word(told.code),
    table: word(told.table_name) ?? word(told.table),
    constraint: word(told.constraint_name) ?? word(told.constraint),
    digest: word(told.digest),
  }
}

// A short name and nothing else: a sentence in one of these places would be somebody's text.
function word(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^[\w.:;@/-]{1,120}$/.test(text) ? text : undefined
}

const mostFrames = 12

// A stack begins with the message, which may itself have lines that look like frames: cut it off by its
// own text, and tell nothing where it is not found.
function frames(error: Error): string[] {
  const stack = typeof error.stack === 'string' ? error.stack : ''
  const start = stack.indexOf(error.message)
  if (start < 0) return []
  return stack
    .slice(start + error.message.length)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.startsWith('at '))
    .slice(0, mostFrames)
}
