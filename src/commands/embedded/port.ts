import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

// Below what systems give to connections that go out. A server that is down for a moment would otherwise find its port taken by
// one of them, even by one that was looking for the server itself.
const lasting = { from: 20_000, to: 32_000 }

/**
 * A port of 127.0.0.1 that nobody listens on: the preferred one if it is free, otherwise any that its server will find
 * again when it is restarted.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isFree(preferred, '127.0.0.1'))) return preferred
  const port = randomInt(lasting.from, lasting.to)
  return (await isFree(port, '127.0.0.1')) ? port : freePort()
}

/** Whether a server could listen there now. */
export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
