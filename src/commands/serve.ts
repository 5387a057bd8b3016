import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { somethingWasDone } from '#src/lib/wake-worker.ts'
import { wakes } from '#src/worker/wakes.ts'
import { endChild, startServer } from './child.ts'
import type { Endings } from './lifetime.ts'
import type { Place } from './place.ts'
import { Complaint } from './terminal.ts'

const next = 'node_modules/next/dist/bin/next'

/**
 * Starts Next at that place (`start`: the production build, `dev`: for work) and waits until it answers.
 * It gets no address of the database's owner: what serves people must not be able to change tables.
 * @param drainMs for how long it says that it is about to end, and goes on answering, before it listens no more
 */
export async function serve(
  mode: 'start' | 'dev',
  { host, port, address }: Place,
  endings: Endings,
  drainMs = 0,
) {
  const child = startServer([next, mode, '-H', host, '-p', String(port)], {
    DATABASE_URL_DIRECT: undefined,
    NODE_ENV: mode === 'start' ? 'production' : 'development',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  child.on('message', said => {
    if (said === somethingWasDone) wakes.emit('wake')
  })
  endings.add(async () => {
    if (drainMs > 0) await drain(child, drainMs)
    await endChild(child)
  })
  const ended = once(child, 'exit').then(() => {
    throw new Complaint('The web server has ended by itself; its own words stand above.')
  })
  ended.catch(endings.fail)
  // The first page loads what all pages share, so that a person's first page is not the slow one.
  await Promise.race([ended, answering(mode === 'start' ? address : `${address}/health`)])
}

/** Lets a server say that it is about to end, for as long as proxies need to hear of it. */
async function drain(child: ChildProcess, ms: number) {
  if (!child.connected) return
  child.send('drain')
  await Promise.race([once(child, 'exit'), wait(ms)])
}

async function answering(url: string) {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const answered = await fetch(url, { redirect: 'manual' }).catch(() => undefined)
    if (answered) return
    await wait(100)
  }
  throw new Complaint(`The web server did not answer at ${url} within a minute.`)
}
