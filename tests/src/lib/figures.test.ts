import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startFigures } from '#src/lib/figures.ts'

let lines: Record<string, unknown>[] = []

beforeEach(() => {
  lines = []
  for (const stream of [process.stderr, process.stdout])
    vi.spyOn(stream, 'write').mockImplementation(line => lines.push(JSON.parse(String(line))) > 0)
})
afterEach(() => void vi.restoreAllMocks())

test('a line tells again and again what the process did, how late it was and how much memory it has', async () => {
  let mails = 0
  const stop = startFigures('worker', 20, async () => ({ mails: ++mails }))
  await vi.waitFor(() => expect(lines.length).toBeGreaterThan(1))
  stop()
  expect(lines[0]).toMatchObject({ level: 'info', event: 'figures', of: 'worker', seconds: 0.02, mails: 1 })
  expect(lines[1]).toMatchObject({ mails: 2, lateMs: expect.any(Number) })
  expect(lines[0]?.memoryMb).toBeGreaterThan(10)
})

test('a process that cannot count says so as a fault, and goes on', async () => {
  const stop = startFigures('worker', 20, () => Promise.reject(new Error('no database')))
  await vi.waitFor(() => expect(lines.length).toBeGreaterThan(1))
  stop()
  expect(lines[0]).toMatchObject({ event: 'fault', where: 'figures of the worker' })
})

test('nothing is told where nothing is wanted, or any more', async () => {
  const never = vi.fn(() => ({}))
  const stop = startFigures('server', 0, never)
  startFigures('server', 1, never)()
  const other = startFigures('worker', 5, () => ({}))
  await vi.waitFor(() => expect(lines.length).toBeGreaterThan(3))
  other()
  stop()
  expect(never).not.toHaveBeenCalled()
})
