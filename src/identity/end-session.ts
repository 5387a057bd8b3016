import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '#src/lib/db/client.ts'
import { session } from '#src/lib/db/tables/identity.ts'

/**
 * Ends a session for certain: Better Auth asks once, and says nothing when the connection was lost meanwhile. To end it
 * twice is to end it once, so it is asked for until an answer comes.
 */
export async function endSession({ token }: { token: string }): Promise<void> {
  await transaction('system:end-session', tx => tx.delete(session).where(eq(session.token, token)), {
    repeatable: true,
  })
}
