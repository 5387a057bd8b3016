import { afterAll } from 'vitest'
import { WireProxy } from './wire-proxy.ts'

/**
 * Puts a proxy between this test file's client and its database, to count statements and round trips or to cut.
 * To be called before the client is first used, because the address is read once.
 */
export async function proxyOwnDatabase(): Promise<WireProxy> {
  const proxy = await WireProxy.before(process.env.DATABASE_URL ?? '')
  process.env.DATABASE_URL = proxy.through(process.env.DATABASE_URL ?? '')
  afterAll(() => proxy.close())
  return proxy
}
