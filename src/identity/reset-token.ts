import { createHash, randomBytes } from 'node:crypto'

/** A token to set a password with, as only the mail holds it: 32 characters that need no escaping in an address. */
export function newResetToken(): string {
  return randomBytes(24).toString('base64url')
}

/**
 * The name under which Better Auth looks for this token (`verification.storeIdentifier: 'hashed'`), so that its
 * pages take our links. Whoever reads the table learns no token.
 */
export function storedResetToken(token: string): string {
  return createHash('sha256').update(`reset-password:${token}`).digest('base64url')
}
