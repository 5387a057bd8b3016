import { z } from 'zod'
import { env } from '#src/lib/env.ts'
import type { Mailbox } from '#src/lib/mailbox-address.ts'
import { MailboxFault } from './mailbox-fault.ts'

const answerForm = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().optional(),
  refresh_token: z.string().min(1).optional(),
})

const askMs = 10_000
/** A token that ends sooner than this is not used any more. */
const marginMs = 120_000

type Token = { value: string; until: number; refreshToken: string }
const tokens = new Map<string, Token>()

/**
 * A token that opens this mailbox, asked for with the refresh token that stands in place of its password, or in the name of
 * the application alone where there is none (RFC 6749). Kept until shortly before it ends.
 */
export async function accessToken({ name, password }: Mailbox, signal: AbortSignal): Promise<string> {
  const known = tokens.get(name)
  if (known && known.until - marginMs > Date.now()) return known.value
  // Some servers give a new refresh token with each answer; the old one still holds after a restart.
  const refreshToken = known?.refreshToken ?? password
  const answer = await ask(refreshToken, AbortSignal.any([signal, AbortSignal.timeout(askMs)]))
  tokens.set(name, {
    value: answer.access_token,
    until: Date.now() + (answer.expires_in ?? 0) * 1000,
    refreshToken: answer.refresh_token ?? refreshToken,
  })
  return answer.access_token
}

/** Forgets the token of a mailbox, because its server did not accept it. */
export function forgetToken({ name }: Mailbox): void {
  const known = tokens.get(name)
  if (known) tokens.set(name, { ...known, until: 0 })
}

async function ask(refreshToken: string, signal: AbortSignal) {
  const { tokenUrl, clientId, clientSecret, scope } = env().imapOauth
  const body = new URLSearchParams({
    client_id: clientId,
    ...(clientSecret && { client_secret: clientSecret }),
    ...(scope && { scope }),
    ...(refreshToken === ''
      ? { grant_type: 'client_credentials' }
      : { grant_type: 'refresh_token', refresh_token: refreshToken }),
  })
  const answer = await fetch(tokenUrl, { method: 'POST', body, signal, redirect: 'error' }).catch(cause => {
    throw new MailboxFault('The server that gives tokens for this mailbox did not answer.', { cause })
  })
  const said = answerForm.safeParse(await answer.json().catch(() => null))
  if (answer.ok && said.success) return said.data
  throw new MailboxFault(
    `The server that gives tokens for this mailbox gave none, with the status ${answer.status}.`,
  )
}
