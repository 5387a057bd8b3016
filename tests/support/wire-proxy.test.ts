import { once } from 'node:events'
import net from 'node:net'
import { expect, test } from 'vitest'
import { WireProxy } from './wire-proxy.ts'

test('Nothing overtakes on a line that is slow for a moment, in either direction', async () => {
  const server = net.createServer(client => client.pipe(client))
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as net.AddressInfo
  const proxy = await WireProxy.before(`postgres://127.0.0.1:${port}/desk`)
  const client = net.connect(Number(new URL(proxy.through('postgres://desk/desk')).port), '127.0.0.1')
  await once(client, 'connect')
  client.setNoDelay(true)
  client.write(Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]))
  let echoed = ''
  client.on('data', part => {
    echoed += part.toString('latin1').replaceAll(/[^0-9]/g, '')
  })
  // Each statement leaves while the line is faster than for the one before.
  for (const [number, delayMs] of [30, 20, 10, 1, 0, 25, 0].entries()) {
    proxy.delayMs = delayMs
    const sent = proxy.statements.length
    client.write(query(`${number}`))
    await expect.poll(() => proxy.statements.length, { interval: 1 }).toBe(sent + 1)
  }
  await expect.poll(() => echoed).toBe('0123456')
  client.destroy()
  await proxy.close()
  await new Promise(closed => server.close(closed))
})

/** A simple query as a client of Postgres sends it. */
function query(text: string): Buffer {
  const body = Buffer.from(`${text}\0`)
  const head = Buffer.from('Q0000')
  head.writeUInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
