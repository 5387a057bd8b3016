import { runToEnd } from './terminal.ts'
import { runWeigh } from './testing/weigh.ts'

await runToEnd(async () => {
  const code = await runWeigh()
  if (code !== 0) process.exitCode = 1
})
