import net from 'node:net'

/** A server that is no database: it closes each connection at once, or never says a word. */
export async function rudeServer(manner: 'closes' | 'says nothing') {
  const open = new Set<net.Socket>()
  let connections = 0
  const server = net.createServer(socket => {
    connections++
    open.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => open.delete(socket))
    if (manner === 'closes') socket.destroy()
    else socket.resume()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address instanceof Object ? address.port : 0
  return {
    url: `postgres://holdfast_app:app@127.0.0.1:${port}/any`,
    counts: () => ({ connections, open: open.size }),
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise(resolve => server.close(resolve))
    },
  }
}
