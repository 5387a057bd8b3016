// Preloaded into the web server, so that it goes politely. First it is told to drain (serve.ts): it answers everything as
// before, but each line is closed after its answer, and /health says so, to a proxy that asks. Then it is told to end: Next
// stops listening and waits for the lines that are open. Node leaves one open on which nothing was asked yet, as browsers
// keep them, and one whose answer was under way; both are closed here, the latter when its answer is out.
import { subscribe } from 'node:diagnostics_channel'

const standing = { isDraining: false }
globalThis[Symbol.for('holdfast.standing')] = standing

const lines = new Map()
let isEnding = false

subscribe('net.server.socket', ({ socket }) => {
  // Not sooner: until it listens, a signal ends the process by itself.
  if (!process.listeners('SIGTERM').includes(endIdleLines)) process.on('SIGTERM', endIdleLines)
  lines.set(socket, 0)
  socket.once('close', () => lines.delete(socket))
})

subscribe('http.server.request.start', ({ socket, response }) => {
  if (standing.isDraining) response.setHeader('connection', 'close')
  lines.set(socket, (lines.get(socket) ?? 0) + 1)
  response.once('close', () => {
    const answering = (lines.get(socket) ?? 1) - 1
    if (!socket.destroyed) lines.set(socket, answering)
    if (isEnding && answering === 0) socket.end()
  })
})

process.on('message', message => {
  if (message === 'drain') standing.isDraining = true
})
// The channel alone must not keep a process alive that has nothing else to do.
process.channel?.unref()

function endIdleLines() {
  isEnding = true
  for (const [socket, answering] of lines) if (answering === 0) socket.end()
}
