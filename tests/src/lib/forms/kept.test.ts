import { beforeAll, expect, test, vi } from 'vitest'
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
  expect(await keptFor(elif.userId, form, '', true)).toEqual({ held: null, draft: null, unread: null })
  const written = { subject: 'Lost glove', body: 'Red.', priority: 'low' }
  await asVisitor({}, () => openTicket(null, fill(form, elif, written)))
  await proxy.goAway()
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const { held, unread } = await keptFor(elif.userId, form, '', true)
  expect(held).toBeNull()
  expect(log.mock.calls.map(([line]) => JSON.parse(String(line)).reference)).toEqual([unread])
  log.mockRestore()
  await proxy.comeBack()
  expect(await keptFor(elif.userId, form, '', true)).toMatchObject({
    held: { values: written },
    unread: null,
  })
})
