import { db } from '#src/lib/db/client.ts'
import { pendingMigrations } from '#src/lib/db/migrate.ts'
import { isDraining } from '#src/lib/http/standing.ts'

export const dynamic = 'force-dynamic'

/**
 * Whether to send traffic here: 200 when the database answers, every migration has been applied and the server is not
 * about to end, else 503.
 */
export async function GET() {
  const words = await standing()
  return new Response(`${words}\n`, {
    status: words === 'ok' ? 200 : 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}

async function standing() {
  if (isDraining()) return 'draining'
  try {
    const pending = await pendingMigrations(db)
    return pending.length === 0 ? 'ok' : 'migrations are pending'
  } catch {
    return 'the database does not answer'
  }
}
