import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The same desk at another address, which forbids every script by a header, whatever else the answer says. */
export async function forbidScripts(desk: string): Promise<{ address: string; stop: () => void }> {
  const { hostname, port } = new URL(desk)
  const front = createServer((asked, answer) => {
    const { method, url: path, headers } = asked
    const behind = request({ hostname, port, method, path, headers }, answered => {
      const own = answered.headers['content-security-policy']
      const policy = [...(own ? [own] : []), "script-src 'none'"].join(', ')
      answer.writeHead(answered.statusCode ?? 502, { ...answered.headers, 'content-security-policy': policy })
      answered.pipe(answer)
    })
    behind.on('error', () => answer.destroy())
    asked.pipe(behind)
  })
  await new Promise<void>(resolve => front.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${portOf(front.address())}`
  const stop = () => {
    front.close()
    front.closeAllConnections()
  }
  return { address, stop }
}

function portOf(address: AddressInfo | string | null) {
  if (!address || typeof address === 'string') throw new Error('The front does not listen on a port')
  return address.port
}
