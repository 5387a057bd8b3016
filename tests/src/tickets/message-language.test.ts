import { beforeAll, describe, expect, test } from 'vitest'
import { elif, jonas, mira } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { addNote } from '#src/tickets/add-note.ts'
import { compose } from '#src/tickets/compose.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { deskTicket } from '#src/tickets/desk-queries.ts'
import { lastLanguageOf } from '#src/tickets/last-language.ts'
import { openForCustomer } from '#src/tickets/open-for-customer.ts'
import { openTicket } from '#src/tickets/open-ticket.ts'
import { myTicket, myTickets } from '#src/tickets/portal-queries.ts'
import { searchMine } from '#src/tickets/portal-search.ts'
import { queuePage } from '#src/tickets/queue-queries.ts'
import { reply } from '#src/tickets/reply.ts'
import { reportNotFixed } from '#src/tickets/report-not-fixed.ts'
import { searchDesk } from '#src/tickets/search-queries.ts'
import { deskOperators, portalOperators, readSearch } from '#src/tickets/search-terms.ts'
import { act, asked, ledger, openDesk } from '#tests/support/desk.ts'
import { composerOf, ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)

const opening = () => ({
  subject: `المصعد ${crypto.randomUUID()}`,
  body: 'هل يعمل؟',
  priority: 'low' as const,
  language: 'ar',
})
const languagesOf = async (reference: string) =>
  (await ledger(reference)).messages.map(({ language }) => language)
const seenAll = async (reference: string) => ({ seen: (await ledger(reference)).ticket.lastEventSeq })

describe('A message keeps the language that its writer marked', () => {
  test('when a ticket is opened, whose subject is then in the same', async () => {
    const { reference } = await act(openTicket, elif, opening())
    expect(await languagesOf(reference)).toEqual(['ar'])
    expect((await ledger(reference)).ticket.subjectLanguage).toBe('ar')
  })

  test('when a ticket is opened for somebody on the phone', async () => {
    const caller = { name: 'Nell', email: `${crypto.randomUUID()}@kelpbay.test` }
    const { reference } = await act(openForCustomer, mira, { ...opening(), ...caller })
    expect(await languagesOf(reference)).toEqual(['ar'])
    expect((await ledger(reference)).ticket.subjectLanguage).toBe('ar')
  })

  test('when a requester or an agent answers, and when an agent notes something', async () => {
    const reference = await asked()
    await act(reply, elif, { reference, seen: 0, body: 'İskele iki.', language: 'tr' })
    await act(reply, mira, { reference, ...(await seenAll(reference)), body: 'Teşekkürler.', language: 'tr' })
    await act(addNote, mira, { reference, ...(await seenAll(reference)), body: 'Anrufen.', language: 'de' })
    expect(await languagesOf(reference)).toEqual([null, 'tr', 'tr', 'de'])
  })

  test('when it is sent from the composer', async () => {
    const reference = await asked()
    const composed = { ...(await composerOf(reference)), body: 'Quel quai ?', language: 'fr' }
    await act(compose, mira, composed)
    expect(await languagesOf(reference)).toEqual([null, 'fr'])
  })

  test('when it says that something is not fixed', async () => {
    const reference = await ticketIn('solved')
    await act(reportNotFixed, elif, { reference, body: 'Gıcırdıyor.', language: 'tr' })
    expect((await languagesOf(reference)).at(-1)).toBe('tr')
  })

  test('when it goes on with a closed ticket, and the subject keeps the one that it was written in', async () => {
    const first = await act(openTicket, elif, opening())
    await act(compose, mira, { ...(await composerOf(first.reference)), status: 'solved' })
    await act(confirmFixed, elif, { reference: first.reference })
    const words = { reference: first.reference, seen: 0, body: 'Es fährt nicht.', language: 'de' }
    const { reference } = await act(reply, elif, words)
    expect(reference).not.toBe(first.reference)
    expect(await languagesOf(reference)).toEqual(['de'])
    expect((await ledger(reference)).ticket.subjectLanguage).toBe('ar')
  })
})

test('A message that nobody marked has no language, however that is sent', async () => {
  const reference = await asked()
  await act(reply, elif, { reference, seen: 0, body: 'Pier two.', language: '' })
  await act(reply, elif, { reference, seen: 0, body: 'The small one.' })
  const { ticket } = await ledger(reference)
  expect([ticket.subjectLanguage, ...(await languagesOf(reference))]).toEqual([null, null, null, null])
})

test('The same words with another language are the same message, and not said twice', async () => {
  const reference = await asked()
  await act(reply, elif, { reference, seen: 0, body: 'Ja.', language: 'de' })
  const again = await act(reply, elif, { reference, seen: 0, body: 'Ja.', language: 'nl' })
  expect(again.done).toBe('already-sent')
  expect(await languagesOf(reference)).toEqual([null, 'de'])
})

test('Requesters and agents are given the language, of messages and of subjects', async () => {
  const { reference } = await act(openTicket, elif, opening())
  const read = [
    await myTicket(db, elif, reference),
    (await myTickets(db, elif)).tickets.find(ticket => ticket.reference === reference),
    (await deskTicket(db, mira, reference))?.ticket,
    (await queuePage(db, mira, 'all', {})).rows.find(ticket => ticket.reference === reference),
  ]
  expect(read).toMatchObject(Array(4).fill({ subjectLanguage: 'ar' }))
  expect(read[0]).toMatchObject({ messages: [{ language: 'ar' }] })
  expect(await deskTicket(db, mira, reference)).toMatchObject({ messages: [{ language: 'ar' }] })
})

test('A search gives the language of the subject, and of the message that fits', async () => {
  const { reference } = await act(openTicket, elif, opening())
  await act(reply, elif, { reference, seen: 0, body: 'Vögeldusche, bitte.', language: 'de' })
  const found = [
    await searchDesk(db, mira, readSearch('vögeldusche', deskOperators)),
    await searchMine(db, elif, readSearch('vögeldusche', portalOperators)),
  ]
  for (const { rows } of found)
    expect(rows).toMatchObject([{ reference, subjectLanguage: 'ar', language: 'de' }])
})

test('Who wrote faster is quoted in the language that they marked, and so is nobody else', async () => {
  const reference = await asked()
  await act(reply, elif, { reference, seen: 0, body: 'رصيف ٢', language: 'ar' })
  await act(addNote, jonas, { reference, ...(await seenAll(reference)), body: 'Pier 2.' })
  const refusal = await act(addNote, mira, { reference, seen: 1, body: 'Call.' }).catch(error => error)
  expect(refusal.news).toMatchObject([{ body: 'رصيف ٢', lang: 'ar', dir: 'rtl' }, { body: 'Pier 2.' }])
  expect(refusal.news[1]).not.toHaveProperty('lang')
})

test('What somebody writes next begins in the language that they wrote last, not in that of others', () => {
  const thread = [
    { authorId: elif.userId, language: 'tr' },
    { authorId: mira.userId, language: 'de' },
    { authorId: elif.userId, language: null },
    { authorId: mira.userId, language: 'fr' },
  ]
  expect([elif, mira, jonas].map(person => lastLanguageOf(thread, person))).toEqual(['', 'fr', ''])
})
