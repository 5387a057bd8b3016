import { afterAll, inject } from 'vitest'
import { directClient } from '#src/lib/db/direct.ts'
import { WireProxy } from './wire-proxy.ts'

/**
 * Puts a proxy between this test file's client and its database, to count statements and round trips, to cut the line
 * or to kill the backend at its other end.
 * To be called before the client is first used, because the address is read once.
 */
export async function proxyOwnDatabase(): Promise<WireProxy> {
  const proxy = await WireProxy.before(process.env.DATABASE_URL ?? '')
  process.env.DATABASE_URL = proxy.through(process.env.DATABASE_URL ?? '')
  proxy.kill = killBackend
  afterAll(() => proxy.close())
  return proxy
}

async function killBackend(backend: number) {
  const superuser = directClient(inject('superuserUrl'))
  const [killed] = await superuser`select pg_terminate_backend(${backend}) as done`
  await superuser.end()
  if (!killed?.done) throw new Error(`There was no backend ${backend} to kill`)
}
