import { beforeAll, beforeEach, expect, test } from 'vitest'
import { elif, mira, oskar, tom } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { tellNeedsForm } from '#src/people/forms.ts'
import { needsOf } from '#src/people/queries.ts'
import { tellNeeds } from '#src/people/tell-needs.ts'
import { deskTicket } from '#src/tickets/desk-queries.ts'
import { myTicket, myTickets } from '#src/tickets/portal-queries.ts'
import { act, asked, openDesk } from '#tests/support/desk.ts'
import { forgetNeeds, needsRow } from '#tests/support/people.ts'

beforeAll(openDesk)
beforeEach(() => forgetNeeds(elif))

const asSent = (fields: Record<string, string>) => tellNeedsForm.parse(fields)
const telling = (fields: Record<string, string>) => act(tellNeeds, elif, asSent(fields))

test('Needs are kept as they are ticked, and go when they are unticked', async () => {
  expect(await telling({ signing: 'yes', print: 'yes' })).toBe('saved')
  expect(await needsRow(elif)).toMatchObject({ needs: ['print', 'signing'], words: '' })
  expect(await telling({ wasPrint: 'yes', wasSigning: 'yes', signing: 'yes' })).toBe('saved')
  expect(await needsRow(elif)).toMatchObject({ needs: ['signing'] })
})

test('A form that is left alone changes nothing, not even when it was said', async () => {
  await telling({ time: 'yes', words: 'Slowly, please.' })
  const before = await needsRow(elif)
  const shown = { time: 'yes', wasTime: 'yes', words: 'Slowly, please.', wasWords: 'Slowly, please.' }
  expect(await telling(shown)).toBe('already-so')
  expect(await needsRow(elif)).toEqual(before)
})

test('Of two windows, the second keeps what the first has changed where it left that alone', async () => {
  await telling({ print: 'yes' })
  expect(await telling({ files: 'yes', wasFiles: '' })).toBe('saved')
  expect(await needsRow(elif)).toMatchObject({ needs: ['print', 'files'] })
})

test('Words that another window has changed meanwhile are not overwritten before the person has seen it', async () => {
  await telling({ words: 'Ring twice.' })
  await telling({ words: 'Never ring.', wasWords: 'Ring twice.' })
  const late = { words: 'Ring once.', wasWords: 'Ring twice.' }
  await expect(telling(late)).rejects.toMatchObject({ field: 'words', hidden: { wasWords: 'Never ring.' } })
  expect(await needsRow(elif)).toMatchObject({ words: 'Never ring.' })
  expect(await telling({ ...late, wasWords: 'Never ring.' })).toBe('saved')
})

test('Two windows that are sent at once are read one after the other', async () => {
  const ends = await Promise.allSettled([telling({ words: 'One.' }), telling({ words: 'Two.' })])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('Agents read it on the ticket, and no requester is given it, nor an agent on a ticket of their own (P7)', async () => {
  const said = 'canary-needs-51c'
  await telling({ relay: 'yes', words: said })
  const reference = await asked(elif)
  expect(await deskTicket(db, mira, reference)).toMatchObject({ needs: { needs: ['relay'], words: said } })
  expect(await deskTicket(db, oskar, await asked(oskar))).toBeNull()
  const portal = [
    await myTicket(db, tom, reference),
    await myTickets(db, tom),
    await myTicket(db, elif, reference),
  ]
  expect(JSON.stringify(portal)).not.toContain(said)
  expect(await needsOf(db, tom.userId)).toEqual({ needs: [], words: '' })
})
