import { env } from '#src/lib/env.ts'
import { refuseUnfitDeployment } from './deployment.ts'
import { tellOthersWhere } from './embedded/tell-others.ts'
import { openEmbeddedDesk } from './embedded-desk.ts'
import { stayUntilStopped } from './lifetime.ts'
import { buildIfChanged } from './page-build.ts'
import { chosenPlace } from './place.ts'
import { runWorker } from './run-worker.ts'
import { serve } from './serve.ts'
import { say } from './terminal.ts'
import { welcome } from './welcome.ts'

await stayUntilStopped(async endings => {
  const deployed = Boolean(process.env.DATABASE_URL)
  const place = await chosenPlace(deployed)
  tellOthersWhere(place.address)
  const prepared = deployed ? refuseUnfitDeployment() : (await openEmbeddedDesk(place, endings)).prepared
  await Promise.all([prepared, buildIfChanged(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY)])
  await serve('start', place, endings, deployed ? env().drainMs : 0)
  await runWorker(endings)
  say(welcome(place.address, { demo: !deployed }))
})
