import 'server-only'
import { isIP } from 'node:net'
import { headers } from 'next/headers'
import { env } from './env.ts'
import { currentAnswer } from './http/current-answer.ts'

/**
 * The network that a request comes from, as far as we can know it ourselves: from the header that the settings
 * name, which our own proxy writes, or else from the socket. An IPv4 address stands for itself, an IPv6 address
 * for its /64. Undefined where neither is there; nothing else that the client says counts.
 */
export async function clientNetwork(): Promise<string | undefined> {
  const { trustedProxyHeader } = env()
  if (!trustedProxyHeader) return networkOf(currentAnswer()?.remoteAddress)
  const named = (await headers()).get(trustedProxyHeader)
  return networkOf(named?.split(',').at(-1)?.trim())
}

/** Exported to be tested. */
export function networkOf(address = ''): string | undefined {
  const old = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIP(old) === 4) return old
  const bare = old.split('%', 1)[0] ?? ''
  return isIP(bare) === 6 ? `${firstGroups(bare).join(':')}::/64` : undefined
}

function firstGroups(address: string): string[] {
  // The URL parser writes every address in one way, the old notation at its end included.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [left = [], right = []] = written.split('::').map(half => half.split(':').filter(Boolean))
  const gap = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return [...left, ...gap, ...right].slice(0, 4)
}
