import { beforeAll, expect, test } from 'vitest'
import { openTicket } from '#actions/tickets/open-ticket.ts'
import { elif } from '#src/demo/cast.ts'
import { keptFor } from '#src/lib/forms/kept.ts'
import { openDesk } from '#tests/support/desk.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'
import { asVisitor, fill } from '#tests/support/visit.ts'

const proxy = await proxyOwnDatabase()
beforeAll(openDesk)

test('When the database cannot say what is kept, that is told apart from nothing, and it is there later', async () => {
  const form = 'tickets.open-ticket'
  expect(await keptFor(elif.userId, form, '', true)).toEqual({ held: null, draft: null, unread: false })
  const written = { subject: 'Lost glove', body: 'Red.', priority: 'low' }
  await asVisitor({}, () => openTicket(null, fill(form, elif, written)))
  await proxy.goAway()
  expect(await keptFor(elif.userId, form, '', true)).toMatchObject({ held: null, unread: true })
  await proxy.comeBack()
  expect(await keptFor(elif.userId, form, '', true)).toMatchObject({
    held: { values: written },
    unread: false,
  })
})
