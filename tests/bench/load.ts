import autocannon from 'autocannon'
import { percentile } from './figures.ts'
import type { ReadyPost } from './posts.ts'

/** What is asked for again and again, by whom and how. */
export type Target = { address: string; headers: Record<string, string> }

/** One round of it: answers a second, and milliseconds until an answer was there. */
export type Round = { perSecond: number; p50: number; p95: number }

/** So many ask at the same time, each for the next one when the answer is there. */
export const atATime = 8

/** Asks for so many seconds. Throws when anything but the page comes. */
export function load({ address, headers }: Target, seconds: number): Promise<Round> {
  return fired({ url: address, headers, duration: seconds }, 200)
}

/** Asks for these in turn, so many times in all. */
export function mixed(targets: Target[], amount: number): Promise<Round> {
  const requests = targets.map(({ address, headers }) => {
    const { pathname, search } = new URL(address)
    return { path: pathname + search, headers }
  })
  return fired({ url: new URL(targets[0]?.address ?? '').origin, requests, amount }, 200)
}

/** Sends these forms, each once, so many at a time. Throws when one of them does not lead on. */
export function posted(origin: string, posts: ReadyPost[], { amount, connections }: Sending): Promise<Round> {
  const left = [...posts]
  const setupRequest = (request: autocannon.Request) => ({ ...request, ...left.pop() })
  return fired({ url: origin, requests: [{ method: 'POST', setupRequest }], amount, connections }, 303)
}

type Sending = { amount: number; connections: number }

async function fired(options: autocannon.Options, expected: number): Promise<Round> {
  const waits: number[] = []
  const others = new Set<number>()
  const begun = performance.now()
  let last = begun
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ connections: atATime, ...options }, (error, result) =>
      error ? reject(error) : resolve(result),
    )
    run.on('response', (_client, status, _bytes, wait) => {
      waits.push(wait)
      last = performance.now()
      if (status !== expected) others.add(status)
    })
  })
  if (errors + timeouts + others.size > 0)
    throw new Error(
      `${options.url} answered with ${[...others]}, ${errors} errors and ${timeouts} times not at all`,
    )
  if (waits.length === 0)
    throw new Error(`${options.url} answered nothing in ${options.duration ?? 'so many'} seconds`)
  return {
    perSecond: (waits.length / (last - begun)) * 1000,
    p50: percentile(waits, 50),
    p95: percentile(waits, 95),
  }
}
