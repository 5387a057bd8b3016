import { beforeAll, expect, test } from 'vitest'
import { ada, elif, jonas, mira, oskar, tom } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { attachmentFor } from '#src/tickets/attachment-for.ts'
import { deskTicket } from '#src/tickets/desk-queries.ts'
import { myTicket } from '#src/tickets/portal-queries.ts'
import { openDesk } from '#tests/support/desk.ts'
import { ticketWithFiles } from '#tests/support/ticket-with-files.ts'

beforeAll(openDesk)

/** Resolves to the reference of a ticket and the ids of its files: two of a message, one of a note. */
async function ticketWith(by: Actor) {
  const given = (name: string) => ({ name, bytes: [Buffer.from(`in ${name}`)] })
  const { reference, ...paths } = await ticketWithFiles(
    by,
    [given('one.txt'), given('two.txt')],
    [given('secret.txt')],
  )
  const [one = '', two = '', secret = ''] = [...paths.ofMessage, ...paths.ofNote].map(
    path => path.split('/')[2],
  )
  return { reference, one, two, secret }
}

const nameFor = async (who: Actor, id: string) => (await attachmentFor(db, who, id))?.name ?? null

test('The requester gets the files of public messages and none of a note', async () => {
  const { one, two, secret } = await ticketWith(elif)
  expect([await nameFor(elif, one), await nameFor(elif, two)]).toEqual(['one.txt', 'two.txt'])
  expect(await nameFor(elif, secret)).toBeNull()
})

test('Another customer gets nothing of it', async () => {
  const { one, secret } = await ticketWith(elif)
  expect([await nameFor(tom, one), await nameFor(tom, secret)]).toEqual([null, null])
})

test('Agents and administrators get everything that they work on', async () => {
  const { one, secret } = await ticketWith(elif)
  for (const who of [mira, jonas, ada])
    expect([await nameFor(who, one), await nameFor(who, secret)]).toEqual(['one.txt', 'secret.txt'])
})

test('An agent who asked for help gets what any requester would, and no file of a note', async () => {
  const { one, secret } = await ticketWith(oskar)
  expect([await nameFor(oskar, one), await nameFor(oskar, secret)]).toEqual(['one.txt', null])
})

test('An id that was guessed or made up leads to nothing', async () => {
  for (const id of [crypto.randomUUID(), '', '1', "' or true --", '../../etc/passwd', 'x'.repeat(5000)])
    expect(await nameFor(mira, id), id).toBeNull()
})

test('A thread tells of the files of each message in their order, to customers of public ones alone (P7)', async () => {
  const { reference, secret } = await ticketWith(elif)
  const told = (messages?: { files: { name: string }[] }[]) =>
    messages?.map(({ files }) => files.map(({ name }) => name))
  const mine = await myTicket(db, elif, reference)
  expect(told(mine?.messages)).toEqual([['one.txt', 'two.txt']])
  expect(JSON.stringify(mine)).not.toContain('secret')
  expect(JSON.stringify(mine)).not.toContain(secret)
  expect(told((await deskTicket(db, mira, reference))?.messages)).toEqual([
    ['one.txt', 'two.txt'],
    ['secret.txt'],
  ])
})
