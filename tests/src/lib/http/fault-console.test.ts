import { afterAll, expect, test, vi } from 'vitest'
import { quietConsole } from '#src/lib/http/fault-console.ts'

const lines: string[] = []
const printed: unknown[][] = []
const print = (...parts: unknown[]) => void printed.push(parts)
const printer = { error: print, warn: print }

for (const stream of [process.stderr, process.stdout]) {
  vi.spyOn(stream, 'write').mockImplementation(line => lines.push(String(line)) > 0)
}
quietConsole(printer)
afterAll(() => void vi.restoreAllMocks())

test('an error that is printed becomes one line without its message, however often it is printed', () => {
  const error = new Error('Failed query: … params: ada@example.test')
  printer.error('\u001b[31m⨯\u001b[39m', error)
  printer.error(error)
  expect(lines.join('')).not.toContain('ada@')
  expect(lines.splice(0).map(line => JSON.parse(line))).toMatchObject([{ event: 'fault', level: 'error' }])
  expect(printed.splice(0)).toEqual([])
})

test('a warning about an error is no fault of ours', () => {
  printer.warn(new Error('Failed to find Server Action "4031aa"'))
  expect(lines.splice(0).map(line => JSON.parse(line))).toMatchObject([{ event: 'refused', level: 'info' }])
})

test('plain words are printed as ever', () => {
  printer.error('Failed to start the server', 3000)
  expect(printed.splice(0)).toEqual([['Failed to start the server', 3000]])
})

test('words beside an error are kept', () => {
  printer.error('Error in instrumentation:', new Error('secret'))
  expect(printed.splice(0)).toEqual([['Error in instrumentation:']])
})
