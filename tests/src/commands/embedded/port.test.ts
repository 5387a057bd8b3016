import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort, isFree } from '#src/commands/embedded/port.ts'

test('A free port is none that an outgoing connection can be given, and the one that is wanted where it is free', async () => {
  const port = await freePort()
  expect(port).toBeGreaterThanOrEqual(20_000)
  expect(port).toBeLessThan(32_768)
  expect(await freePort(port)).toBe(port)
})

test('A port that somebody listens on is not free, and another one is found', async () => {
  const port = await freePort()
  const server = createServer()
  await new Promise<void>(listening => server.listen(port, '127.0.0.1', listening))
  expect(await isFree(port, '127.0.0.1')).toBe(false)
  expect(await freePort(port)).not.toBe(port)
  await new Promise(closed => server.close(closed))
})
