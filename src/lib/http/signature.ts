import { createHmac, timingSafeEqual } from 'node:crypto'

/** For how long a signature holds, and how far the sender's clock may be from ours, in seconds. */
const holdsSeconds = 300

/** A sender that changes its key signs with both for a while; more than that nobody needs. */
const mostSignatures = 5

/** The signature of a request whose body is still to come: it is told each piece, and asked once at the end. */
export type Signature = { add: (piece: Uint8Array) => void; holds: () => boolean }

/**
 * The signature that these headers claim, as the Standard Webhooks have it: HMAC-SHA256 of
 * `<webhook-id>.<webhook-timestamp>.<body>`. Null where they claim none, or one of another time.
 * @param now milliseconds since 1970
 */
export function signatureIn(headers: Headers, key: Uint8Array, now = Date.now()): Signature | null {
  const id = headers.get('webhook-id') ?? ''
  const time = headers.get('webhook-timestamp') ?? ''
  const claimed = claimedIn(headers.get('webhook-signature') ?? '')
  if (id === '' || claimed.length === 0 || !/^\d{1,12}$/.test(time)) return null
  if (Math.abs(now / 1000 - Number(time)) > holdsSeconds) return null
  const hmac = createHmac('sha256', key).update(`${id}.${time}.`)
  return {
    add: piece => void hmac.update(piece),
    holds: () => {
      const right = hmac.digest()
      return claimed.map(one => timingSafeEqual(one, right)).includes(true)
    },
  }
}

function claimedIn(words: string): Buffer[] {
  return words
    .split(' ', mostSignatures)
    .flatMap(word => /^v1,([A-Za-z0-9+/]{43}=)$/.exec(word)?.[1] ?? [])
    .map(signature => Buffer.from(signature, 'base64'))
}
