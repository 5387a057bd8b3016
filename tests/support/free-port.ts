import { createServer } from 'node:net'

/** A TCP port on the loopback address that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address instanceof Object ? resolve(address.port) : reject(new Error('No free port.')),
      )
    })
  })
}
