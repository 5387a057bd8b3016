import { setTimeout as wait } from 'node:timers/promises'
import { isFree } from './embedded/port.ts'
import { Complaint } from './terminal.ts'

/** Where the desk listens, and the address that a person on this machine opens. */
export type Place = { host: string; port: number; address: string }

/**
 * The place that HOST and PORT choose: port 3000, and only this machine unless a real deployment or HOST says
 * otherwise. Throws a Complaint when the port is no number or another program listens there.
 */
export async function chosenPlace(everybodyMayReach: boolean): Promise<Place> {
  const host = process.env.HOST || (everybodyMayReach ? '0.0.0.0' : '127.0.0.1')
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Complaint(`PORT must be a number from 1 to 65535; it is now "${process.env.PORT}".`)
  await becomesFree(port, host)
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return { host, port, address: `http://${name.includes(':') ? `[${name}]` : name}:${port}` }
}

/** A desk that was killed a moment ago may still be letting go of its port. */
async function becomesFree(port: number, host: string) {
  for (let tries = 0; tries < 30; tries++) {
    if (await isFree(port, host)) return
    await wait(100)
  }
  throw new Complaint(
    `Port ${port} of ${host} cannot be used: another program listens there, or it is not allowed. ` +
      `Choose another one, for example: PORT=${port + 1} npm start`,
  )
}
