import type { Endings } from './lifetime.ts'

/** Starts what happens by time (mail, closing, clocks) beside the web server, and ends it first. */
export async function runWorker(endings: Endings) {
  const { startWorker } = await import('#src/worker/run.ts')
  const worker = startWorker()
  endings.add(() => worker.stop())
}
