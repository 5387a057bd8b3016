'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { endSession } from '#src/identity/end-session.ts'
import { auth } from '#src/lib/auth.ts'
import { logFault, newFaultReference } from '#src/lib/log.ts'

/** Ends the session. Takes no form token: it holds nothing that could be forged to harm. */
export async function signOut(): Promise<never> {
  const all = await headers()
  await endWhatCame(all).catch(logAsFault)
  await auth().api.signOut({ headers: all }).catch(logAsFault)
  redirect('/sign-in?done=signed-out')
}

async function endWhatCame(all: Headers): Promise<void> {
  const here = await auth().api.getSession({ headers: all, query: { disableRefresh: true } })
  if (here) await endSession(here.session)
}

function logAsFault(error: unknown): void {
  logFault(newFaultReference(), error, { where: 'auth.sign-out' })
}
