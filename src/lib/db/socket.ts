import net from 'node:net'
import tls from 'node:tls'
import type { Endpoint } from './endpoint.ts'
import { DbError } from './errors.ts'

const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
const accepted = 'S'.charCodeAt(0)

/**
 * Opens a socket to the server, encrypted when the endpoint says so, ready for the start-up message.
 * `born` receives every socket as soon as it exists, so that its owner can destroy it at any moment.
 */
export async function openSocket(
  endpoint: Endpoint,
  born: (socket: net.Socket) => void,
): Promise<net.Socket> {
  const plain = endpoint.socketFolder
    ? net.connect({ path: `${endpoint.socketFolder}/.s.PGSQL.${endpoint.port}` })
    : net.connect({ host: endpoint.host, port: endpoint.port, noDelay: true })
  born(plain)
  await event(plain, 'connect')
  if (!endpoint.tls) return plain
  return encrypted(plain, endpoint, born)
}

async function encrypted(plain: net.Socket, endpoint: Endpoint, born: (socket: net.Socket) => void) {
  plain.write(sslRequest)
  const [answer] = await event(plain, 'data')
  plain.pause()
  // More than one byte before the handshake would be an injection of clear text (CVE-2021-23222).
  if (!Buffer.isBuffer(answer) || answer.length !== 1 || answer[0] !== accepted) {
    plain.destroy()
    throw new DbError('NO_ENCRYPTION', 'The database server does not offer an encrypted connection.')
  }
  const servername = net.isIP(endpoint.host) ? undefined : endpoint.host
  const secure = tls.connect({ ...endpoint.tls, socket: plain, host: endpoint.host, servername })
  born(secure)
  await event(secure, 'secureConnect')
  return secure
}

function event(socket: net.Socket, name: 'connect' | 'data' | 'secureConnect'): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      socket.off(name, arrived).off('error', failed).off('close', closed)
      act()
    }
    const arrived = (...values: unknown[]) => settle(() => resolve(values))
    const failed = (error: Error) => settle(() => reject(error))
    const closed = () => settle(() => reject(new Error('The database server closed the connection.')))
    socket.on(name, arrived).on('error', failed).on('close', closed)
  })
}
