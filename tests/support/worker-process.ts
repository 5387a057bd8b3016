import { afterAll } from 'vitest'
import { startWorkerChild } from './worker-child.ts'

const running = new Set<ReturnType<typeof startWorkerChild>>()

/** A worker of one test file: what is left of it ends with the file. */
export function startWorkerProcess(settings: Record<string, string> = {}) {
  const worker = startWorkerChild(settings)
  running.add(worker)
  return worker
}

afterAll(() => Promise.all([...running].map(worker => worker.killed())))
