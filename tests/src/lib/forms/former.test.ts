import { beforeAll, expect, test } from 'vitest'
import { openTicket } from '#actions/tickets/open-ticket.ts'
import { elif } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { formAction } from '#src/lib/form-action.ts'
import { formerly } from '#src/lib/forms/former.ts'
import { readFormToken, signedAnew, signFormToken } from '#src/lib/forms/token.ts'
import { reportFor } from '#src/lib/forms/unsent.ts'
import { openTicketForm } from '#src/tickets/forms.ts'
import { openDesk } from '#tests/support/desk.ts'
import { send, shown, visitOf } from '#tests/support/post.ts'
import { asVisitor, fill } from '#tests/support/visit.ts'

beforeAll(openDesk)

// The action as the build before knew it, and the old door that the build after leaves for it.
const path = '/tickets/0000-0000/opened'
const before = formAction('tickets.file', openTicketForm, async () => path)
const alias = formerly('tickets.file', 'tickets.open-ticket', openTicket)
const asked = { subject: 'Ramp', body: 'Is there one?', priority: 'high' }
const formBefore = (fields = asked) => fill('tickets.file', elif, fields)

test('A token of the former name becomes one of the new name, for the same submission, person and time', () => {
  const former = signFormToken('tickets.file', elif.userId)
  const anew = signedAnew('tickets.file', 'tickets.open-ticket', former)
  expect(readFormToken('tickets.open-ticket', anew)).toEqual(readFormToken('tickets.file', former))
  expect(readFormToken('tickets.file', anew)).toBeNull()
})

test('What is no token of the former name is not signed', () => {
  const other = signFormToken('tickets.reply', elif.userId)
  for (const made of [other, '', '...', `${other}x`])
    expect(signedAnew('tickets.file', 'tickets.open-ticket', made)).toBe(made)
})

test('A form of the build before is taken, once, however often it is sent', async () => {
  const [visit, form, count] = [await visitOf(elif), formBefore(), await db.$count(tickets)]
  const first = await send(alias, visit, form)
  const again = await send(alias, visit, form)
  expect(first.redirect).toMatch(/^\/tickets\/.+\/opened$/)
  expect(again.redirect).toBe(first.redirect)
  expect(await db.$count(tickets)).toBe(count + 1)
})

test('A form that the build before had already taken leads where it led then, and does nothing', async () => {
  const [visit, form, count] = [await visitOf(elif), formBefore(), await db.$count(tickets)]
  expect((await send(before, visit, form)).redirect).toBe(path)
  expect((await send(alias, visit, form)).redirect).toBe(path)
  expect(await db.$count(tickets)).toBe(count)
})

test('What was refused is shown by the form of the new name, and by no other', async () => {
  const refused = await asVisitor(await visitOf(elif), async () => {
    const report = await alias(null, formBefore({ ...asked, subject: 'Hm' }))
    expect(reportFor('tickets.open-ticket')).toBe(report)
    expect(reportFor('tickets.file')).toBeNull()
    return report
  })
  expect(shown(refused).words).toBe('Write a subject with at least 3 characters.')
  expect(shown(refused).kept).toMatchObject({ body: asked.body })
})

test('The old door is no way around the guard against forged forms', async () => {
  const forged = formBefore()
  forged.set('k', signFormToken('tickets.reply', elif.userId))
  const { redirect, report } = await send(alias, await visitOf(elif), forged)
  expect(redirect).toBeNull()
  expect(report?.result.error?.formErrors?.[0]).toContain('Check what you wrote and send it again')
})
