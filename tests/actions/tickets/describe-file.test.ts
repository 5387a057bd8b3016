import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { describeFile } from '#actions/tickets/describe-file.ts'
import { elif, mira, oskar, tom } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { attachments } from '#src/lib/db/tables/files.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { publicAttachments } from '#src/lib/db/tables/public-views.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { pictureAnd, pictureOn } from '#tests/support/picture-on.ts'
import { shown } from '#tests/support/post.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
})

const description = 'A blue bicycle without a saddle, tied to a pier.'

async function pictured(owner: Actor = elif) {
  const reference = await asked(owner)
  return { reference, attachmentId: await pictureOn(reference) }
}
const send = async (
  by: Actor,
  fields: Record<string, string>,
  form = fill('tickets.describe-file', by, fields),
) => asVisitor(await signedInAs(by), () => describeFile(null, form))
const attached = async (id: string) => (await db.select().from(attachments).where(eq(attachments.id, id)))[0]

test('An agent says what a picture shows: the customer has it, the history tells who did it, and no mail does', async () => {
  const picture = await pictured()
  const before = await ledger(picture.reference)
  const form = fill('tickets.describe-file', mira, { ...picture, description })
  for (const _ of [1, 2]) expect((await send(mira, {}, form)).redirect).toContain('?done=changed')
  const [seen] = await db
    .select()
    .from(publicAttachments)
    .where(eq(publicAttachments.id, picture.attachmentId))
  expect(seen?.description).toBe(description)
  const { events, ticket, mail } = await ledger(picture.reference)
  expect(events).toHaveLength(before.events.length + 1)
  expect(events.at(-1)).toMatchObject({ kind: 'described', actorId: mira.userId, changes: [] })
  expect(ticket).toMatchObject({ status: before.ticket.status, lastPublicAt: before.ticket.lastPublicAt })
  expect(mail).toEqual(before.mail)
})

test('What a colleague wrote meanwhile is never overwritten unseen, and the own words stay', async () => {
  const picture = await pictured()
  await send(oskar, { ...picture, description: 'A bicycle.' })
  const end = await send(mira, { ...picture, description, wasDescription: '' })
  expect(shown(end).words).toContain('A colleague wrote “A bicycle.” here')
  expect(shown(end).kept).toMatchObject({ description })
  expect((await attached(picture.attachmentId))?.description).toBe('A bicycle.')
  const again = await send(mira, { ...picture, description, wasDescription: 'A bicycle.' })
  expect(again.redirect).toContain('?done=changed')
})

test('A description can be taken away, what stands so already writes nothing, and too long a one is refused', async () => {
  const picture = await pictured()
  await send(mira, { ...picture, description })
  const same = await send(oskar, { ...picture, description, wasDescription: '' })
  expect(same.redirect).toContain('?done=already-so')
  expect(shown(await send(mira, { ...picture, description: 'x'.repeat(501) })).words).toContain('at most 500')
  await send(mira, { ...picture, description: '', wasDescription: description })
  expect((await attached(picture.attachmentId))?.description).toBeNull()
})

test('A picture of another ticket, or a file that is no picture, is none on this ticket', async () => {
  const [reference, other] = [await asked(), await pictured(tom)]
  const [, list = ''] = await pictureAnd(reference, { name: 'list.txt', bytes: [Buffer.from('One saddle')] })
  for (const attachmentId of [other.attachmentId, list, crypto.randomUUID()]) {
    const end = await send(mira, { reference, attachmentId, description })
    expect(shown(end).words).toContain('There is no such picture on this ticket.')
  }
  expect((await attached(other.attachmentId))?.description).toBeNull()
})

test('Customers describe nothing, not even their own pictures', async () => {
  const picture = await pictured()
  for (const person of [elif, tom])
    expect(shown(await send(person, { ...picture, description })).words).toContain('There is no such ticket')
  expect((await attached(picture.attachmentId))?.description).toBeNull()
})
