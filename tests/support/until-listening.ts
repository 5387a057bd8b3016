import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Waits until somebody listens on a port of this machine. `check` throws where nobody will. */
export async function untilListening(port: number, check: () => void): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    check()
    const socket = net.connect(port, '127.0.0.1')
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (open) return
    await wait(100)
  }
  throw new Error(`Nobody listens on port ${port}`)
}
