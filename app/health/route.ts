import { db } from '#src/lib/db/client.ts'
import { pendingMigrations } from '#src/lib/db/migrate.ts'

export const dynamic = 'force-dynamic'

/** Whether to send traffic here: 200 when the database answers and every migration has been applied, else 503. */
export async function GET() {
  const words = await standing()
  return new Response(`${words}\n`, {
    status: words === 'ok' ? 200 : 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}

async function standing() {
  try {
    const pending = await pendingMigrations(db)
    return pending.length === 0 ? 'ok' : 'migrations are pending'
  } catch {
    return 'the database does not answer'
  }
}
