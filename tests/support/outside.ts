import { inject } from 'vitest'
import { directClient } from '#src/lib/db/direct.ts'
import { databaseOf } from './template.ts'

/** The server's superuser in this file's own database: it kills backends and looks at what stands there. */
export function superuser() {
  const at = new URL(inject('superuserUrl'))
  at.pathname = `/${databaseOf(process.env.DATABASE_URL ?? '')}`
  return directClient(at.href, { 'app.actor': 'outside' })
}
