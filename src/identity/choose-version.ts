import 'server-only'
import { eq } from 'drizzle-orm'
import { cookies } from 'next/headers'
import type { z } from 'zod'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { env } from '#src/lib/env.ts'
import { versionCookie } from '#src/lib/http/light-version.ts'
import { safePath } from '#src/lib/safe-path.ts'
import { isHttps } from '#src/lib/session-cookie.ts'
import type { chooseVersionForm } from './forms.ts'

type Chosen = z.output<typeof chooseVersionForm>

/** Keeps the choice on the account of this person, so that it holds wherever they sign in; nobody has no account. */
export async function chooseVersion(tx: Tx, userId: string | undefined, { version }: Chosen): Promise<void> {
  if (userId === undefined) return
  await tx
    .update(user)
    .set({ light: version === 'light' })
    .where(eq(user.id, userId))
}

/** Keeps the choice in this browser for a year, for the pages that nobody is signed in for. */
export async function rememberVersion({ version }: Chosen): Promise<void> {
  const jar = await cookies()
  jar.set(versionCookie, version, {
    maxAge: 365 * 24 * 60 * 60,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(env().baseUrl),
  })
}

/** The page that says what was chosen, with the way back to where the person came from. */
export function chosenPath({ version, next }: Chosen): string {
  return `/light?done=${version}&next=${encodeURIComponent(safePath(next))}`
}
