import { runToEnd } from './terminal.ts'
import { runBench } from './testing/bench.ts'

await runToEnd(async () => {
  const code = await runBench(process.argv.slice(2))
  if (code !== 0) process.exitCode = 1
})
