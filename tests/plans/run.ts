import { writeFileSync } from 'node:fs'
import { makeRunFolder, removeRunFolder } from '#tests/support/run-folder.ts'
import { Findings } from './findings.ts'
import { openWatchedDesk, type WatchedDesk } from './watched-desk.ts'
import { wishOf } from './wish.ts'
import { watchWorker } from './worker.ts'

// Node would end at once, without ending what we have started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

/** From here on a table that is read whole shows by itself; on a smaller desk that is made dear. */
const large = 200_000

const wish = wishOf(process.argv.slice(2))
const say = (words: string) => process.stdout.write(`${words}\n`)
const folder = await makeRunFolder()
const isForced = wish.tickets < large
const actionsKey = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? ''
let isKept = false
try {
  const desk = await openWatchedDesk(folder, { ...wish, actionsKey, isForced, say })
  isKept = await run(desk).finally(desk.close)
} finally {
  removeRunFolder(folder)
}
process.exit(isKept ? 0 : 1)

async function run(desk: WatchedDesk): Promise<boolean> {
  // These read the settings of the desk, which is open now.
  const { everyVisit, routesWithout } = await import('./addresses.ts')
  const { sendEveryForm } = await import('./forms.ts')
  const findings = new Findings(isForced)

  const visits = await everyVisit(desk.address)
  findings.expectNone('No visit leads to', routesWithout(visits))
  await desk.plans.sinceLast()
  for (const { role, address, cookie } of visits) {
    const answer = await fetch(desk.address + address, { headers: { cookie, accept: 'text/html' } })
    await answer.text()
    findings.add(
      address,
      role,
      answer.status === 200 ? await desk.plans.sinceLast() : `answers ${answer.status}`,
    )
  }
  await sendEveryForm(desk, findings)
  await watchWorker(desk, findings)
  for (const line of findings.table()) say(line)
  if (wish.report) writeFileSync(wish.report, JSON.stringify(findings.report()))
  return findings.faults.length === 0
}
