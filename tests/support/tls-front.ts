import { readFileSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import tls from 'node:tls'

const folder = join(process.cwd(), 'tests', 'support', 'certificate')

/** The certificate of the front: for `localhost`, signed by itself, and public with its key. */
export const certificateFile = join(folder, 'localhost.crt')

/** Stands before the server of `url` and offers TLS, as a hosted Postgres does; or refuses it. */
export async function tlsFront(url: string, { offers }: { offers: boolean }) {
  const at = new URL(url)
  const open = new Set<net.Socket>()
  const identity = { cert: readFileSync(certificateFile), key: readFileSync(join(folder, 'localhost.key')) }
  const front = net.createServer(client => {
    open.add(client.on('error', () => {}))
    client.once('data', () => {
      client.write(offers ? 'S' : 'N')
      if (offers) connect(new tls.TLSSocket(client, { isServer: true, ...identity }))
    })
  })
  const connect = (client: net.Socket) => {
    const server = net.connect({ host: at.hostname, port: Number(at.port) })
    open.add(server)
    client.on('error', () => server.destroy()).on('close', () => server.destroy())
    server.on('error', () => client.destroy()).on('close', () => client.destroy())
    client.pipe(server).pipe(client)
  }
  await new Promise<void>(resolve => front.listen(0, '127.0.0.1', resolve))
  const address = front.address()
  const port = address instanceof Object ? address.port : 0
  return {
    /** The same database through this front, by a name and with the given query. */
    through: (host: string, query: string) => {
      const to = new URL(`${url}?${query}`)
      to.hostname = host
      to.port = String(port)
      return to.href
    },
    /** Cuts every connection. */
    cut: () => {
      for (const socket of open) socket.destroy()
    },
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise(resolve => front.close(resolve))
    },
  }
}
