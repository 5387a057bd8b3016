import { runToEnd } from './terminal.ts'
import { runChaos } from './testing/chaos.ts'

await runToEnd(async () => {
  const code = await runChaos(process.argv.slice(2))
  if (code !== 0) process.exitCode = 1
})
