'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { auth } from '#src/lib/auth.ts'
import { logFault, newFaultReference } from '#src/lib/log.ts'

/** Ends the session. Takes no form token: it holds nothing that could be forged to harm. */
export async function signOut(): Promise<never> {
  await auth()
    .api.signOut({ headers: await headers() })
    .catch(error => logFault(newFaultReference(), error, { where: 'auth.sign-out' }))
  redirect('/sign-in?done=signed-out')
}
