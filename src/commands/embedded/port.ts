import { createServer } from 'node:net'

/** A port of 127.0.0.1 that nobody listens on: the preferred one if it is free, otherwise any. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isFree(preferred, '127.0.0.1'))) return preferred
  return probe(0, '127.0.0.1')
}

/** Whether a server could listen there now. */
export async function isFree(port: number, host: string): Promise<boolean> {
  return probe(port, host).then(
    () => true,
    () => false,
  )
}

function probe(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
