import { buildIfChanged } from './page-build.ts'
import { runToEnd, say } from './terminal.ts'

await runToEnd(async () => {
  await buildIfChanged(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY)
  say('The pages are built.')
})
