import { runToEnd } from './terminal.ts'
import { runPlans } from './testing/plans.ts'

await runToEnd(async () => {
  const code = await runPlans(process.argv.slice(2))
  if (code !== 0) process.exitCode = 1
})
