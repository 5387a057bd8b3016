import { stayUntilStopped } from './lifetime.ts'
import { runWorker } from './run-worker.ts'
import { say } from './terminal.ts'

// For a desk whose web server runs elsewhere, on a serverless host for example. Several workers may run at once.
await stayUntilStopped(async endings => {
  await runWorker(endings)
  say('The worker is running: mail, closing by time, the marks of the clocks. Ctrl-C ends it.')
})
