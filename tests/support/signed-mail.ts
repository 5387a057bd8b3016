import { createHmac } from 'node:crypto'

/** The secret of the mail door in tests, as a deployment writes it. */
export const doorSecret = `whsec_${Buffer.from('thirty-two bytes of a test key!!').toString('base64')}`

type Signing = { id?: string; at?: number; secret?: string; signed?: Uint8Array }

/**
 * The headers with which a provider signs this body, made here by the words of the Standard Webhooks and not by our own code.
 * @param at seconds since 1970
 */
export function signedHeaders(
  body: Uint8Array,
  { id = 'msg_1', at = Math.floor(Date.now() / 1000), secret = doorSecret, signed = body }: Signing = {},
): Record<string, string> {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const content = Buffer.concat([Buffer.from(`${id}.${at}.`), signed])
  const signature = createHmac('sha256', key).update(content).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` }
}
