import { DbError } from './errors.ts'

const read = /^\s*(select|with\s[\s\S]*?\bselect)\b(?![\s\S]*\b(insert|update|delete|merge)\b)/i
const boundary = /^\s*(begin|start\s+transaction|commit|end|rollback|abort|prepare\s+transaction)\b/i
const sessionWide =
  /^\s*(set\s+(?!(local|transaction|constraints)\b)|reset|discard|listen|prepare|declare)\b/i

/** True for a statement that reads only and may therefore be asked twice. */
export function isRead(text: string): boolean {
  return read.test(text)
}

/**
 * Transactions begin and end through transaction() alone, and a connection that is lent to the next person,
 * or shared through a pooler, must carry nothing of the last one. Throws for SQL that would break that.
 */
export function refuseSessionControl(text: string): void {
  if (!boundary.test(text) && !sessionWide.test(text)) return
  throw new DbError(
    'SESSION_CONTROL',
    'SQL that begins or ends a transaction or sets the session is refused.',
  )
}
