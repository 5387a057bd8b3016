import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { endChild, startServer } from './child.ts'
import type { Endings } from './lifetime.ts'
import type { Place } from './place.ts'
import { Complaint } from './terminal.ts'

const next = 'node_modules/next/dist/bin/next'

/**
 * Starts Next at that place (`start`: the production build, `dev`: for work) and waits until it answers.
 * It gets no address of the database's owner: what serves people must not be able to change tables.
 */
export async function serve(mode: 'start' | 'dev', { host, port, address }: Place, endings: Endings) {
  const child = startServer([next, mode, '-H', host, '-p', String(port)], {
    DATABASE_URL_DIRECT: undefined,
    NODE_ENV: mode === 'start' ? 'production' : 'development',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  endings.add(() => endChild(child))
  const ended = once(child, 'exit').then(() => {
    throw new Complaint('The web server has ended by itself; its own words stand above.')
  })
  ended.catch(endings.fail)
  // The first page loads what all pages share, so that a person's first page is not the slow one.
  await Promise.race([ended, answering(mode === 'start' ? address : `${address}/health`)])
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
