import 'server-only'
import { asc, eq } from 'drizzle-orm'
import type { Reader } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { mailboxes, mailboxTries } from '#src/lib/db/tables/mailboxes.ts'
import { env } from '#src/lib/env.ts'
import { mostTries } from './mailboxes/tries.ts'

const mostShown = 50

export type KnownMailbox = Awaited<ReturnType<typeof knownMailboxes>>[number]

/**
 * The mailboxes of the settings, each with what is known of it and the first 50 mails in it that could not be taken in yet.
 * Nothing that opens one is among that.
 */
export async function knownMailboxes(reader: Reader) {
  const [rows, tries] = await Promise.all([
    reader
      .select({ mailbox: mailboxes, testedBy: user.name })
      .from(mailboxes)
      .leftJoin(user, eq(user.id, mailboxes.testedBy)),
    reader.select().from(mailboxTries).orderBy(asc(mailboxTries.nextTryAt)).limit(mostShown),
  ])
  return env().mailboxes.map(({ name, host, port, folder, moveTo }) => {
    const known = rows.find(({ mailbox }) => mailbox.name === name)
    const {
      lookedAt = null,
      fault = null,
      faultAt = null,
      testedAt = null,
      testFound = null,
    } = known?.mailbox ?? {}
    const stuck = tries.filter(({ mailbox }) => mailbox === name)
    return {
      ...{ name, host, port, folder, moveTo: moveTo ?? null },
      ...{ lookedAt, fault, faultAt, testedAt, testFound, testedBy: known?.testedBy ?? null },
      tries: stuck.map(one => ({ ...one, isLeft: one.tries >= mostTries })),
    }
  })
}
