import { tellOthersWhere } from './embedded/tell-others.ts'
import { openEmbeddedDesk } from './embedded-desk.ts'
import { stayUntilStopped } from './lifetime.ts'
import { chosenPlace } from './place.ts'
import { runWorker } from './run-worker.ts'
import { serve } from './serve.ts'
import { say } from './terminal.ts'
import { welcome } from './welcome.ts'

await stayUntilStopped(async endings => {
  const place = await chosenPlace(false)
  tellOthersWhere(place.address)
  const ownDatabase = Boolean(process.env.DATABASE_URL)
  if (!ownDatabase) await (await openEmbeddedDesk(place, endings)).prepared
  await serve('dev', place, endings)
  await runWorker(endings)
  say(welcome(place.address, { demo: !ownDatabase }))
})
