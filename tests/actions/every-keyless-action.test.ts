import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { elif, tom } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { session } from '#src/lib/db/tables/identity.ts'
import { openDesk } from '#tests/support/desk.ts'
import { readerOf } from '#tests/support/identity.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'
import { send, shown } from '#tests/support/post.ts'
import { sinceThen, standing } from '#tests/support/standing.ts'
import { fill, newAddress, signedInAs } from '#tests/support/visit.ts'
import type { Cut } from '#tests/support/wire-pair.ts'
import { authDoors } from './auth-doors.ts'
import { formNameOf } from './doors.ts'

// A pooler hides the backend; by the other ways to the database only answers are lost.
const everywhere: Cut['when'][] = process.env.HOLDFAST_DATABASE_WAY === 'direct' ? ['killed', 'before'] : []

// What these three do is the same when it is done again, so they keep no submission: sending again must be enough.
const proxy = await proxyOwnDatabase()
beforeAll(openDesk)

describe('kill-backend-at-each-statement', () => {
  test('Signing in ends in one session of the browser, and the one that it came with is gone', async () => {
    for (const [where, cut] of await faultsOf('auth/sign-in', tom)) {
      const before = await sessionsOf(elif)
      const { first, last, visit, changed } = await throughFault('auth/sign-in', tom, cut)
      expect([last.redirect, changed], where).toEqual(['/tickets', []])
      expect([await readerOf(last), await readerOf(visit)], where).toEqual([elif.userId, null])
      // A session whose making was not seen to end may be there: nobody was given it, and it ends by time.
      const unseen = first.redirect === null && first.setCookies.length === 0 ? 1 : 0
      const made = (await sessionsOf(elif)) - before
      expect(made >= 1 && made <= 1 + unseen, `${where}: ${made} sessions`).toBe(true)
    }
  }, 300_000)

  test('Signing out ends the session and takes its cookie away at the first try', async () => {
    for (const [where, cut] of await faultsOf('auth/sign-out', elif)) {
      const { first, visit, changed } = await throughFault('auth/sign-out', elif, cut)
      expect([first.redirect, first.cookies, changed], where).toEqual(['/sign-in?done=signed-out', {}, []])
      expect(await readerOf(visit), where).toBeNull()
    }
  }, 300_000)

  test('Confirming an address is done or not, and sending again does it', async () => {
    for (const [where, cut] of await faultsOf('auth/confirm-address', null)) {
      const { last, changed } = await throughFault('auth/confirm-address', null, cut)
      expect([last.redirect, changed], where).toEqual(['/sign-in?done=address-confirmed', ['user']])
    }
  }, 300_000)
})

/** Sends a form from a browser that somebody is signed in at, with a fault, and again when it came back as a report. */
async function throughFault(path: string, reader: Actor | null, cut?: Cut) {
  const door = authDoors[path]
  if (!door) throw new Error(`There is no action ${path}`)
  const form = fill(formNameOf(path), null, await door.ready())
  const visit = { ...(reader && (await signedInAs(reader))), address: newAddress() }
  const before = await standing()
  proxy.reset()
  if (cut) proxy.cutOnce(cut)
  const first = await send(door.action, visit, form)
  const said = proxy.statements.map(({ text }) => text)
  expect(proxy.cutPending).toBe(false)
  if (first.redirect === null) expect(shown(first).words).toMatch(/Try again|Send it again/)
  const last = first.redirect ? first : await send(door.action, { ...visit, cookies: first.cookies }, form)
  return { first, last, visit, said, changed: sinceThen(before, await standing()).changed }
}

/** The backend killed at each statement of an action, the line cut before each, and after each end of a change. */
async function faultsOf(path: string, reader: Actor | null): Promise<[where: string, Cut][]> {
  const { said } = await throughFault(path, reader)
  expect(said).toContain('commit')
  return said.flatMap((text, index) => {
    const lost: Cut['when'][] = /^(commit|insert)/.test(text) ? ['after'] : []
    const cuts = [...everywhere, ...lost].map((when): Cut => ({ at: index + 1, when }))
    return cuts.map((cut): [string, Cut] => [`${cut.when} ${cut.at}: ${text.slice(0, 40)}`, cut])
  })
}

const sessionsOf = ({ userId }: Actor) => db.$count(session, eq(session.userId, userId))
