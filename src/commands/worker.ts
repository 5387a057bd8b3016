import { refuseUnfitDeployment } from './deployment.ts'
import { stayUntilStopped } from './lifetime.ts'
import { runWorker } from './run-worker.ts'
import { say } from './terminal.ts'

await stayUntilStopped(async endings => {
  await refuseUnfitDeployment()
  await runWorker(endings)
  say('The worker runs. Ctrl-C stops it.')
})
