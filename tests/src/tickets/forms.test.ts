import { expect, test } from 'vitest'
import type { z } from 'zod'
import * as forms from '#src/tickets/forms.ts'

/** What a form says to these fields, by field; empty when it takes them. */
function said(form: z.ZodObject, fields: Record<string, unknown>) {
  const issues = form.safeParse(fields).error?.issues ?? []
  return Object.fromEntries(issues.map(issue => [issue.path.join('.'), issue.message]))
}

const ticket = { subject: 'Ramp', body: 'Is there one?', priority: 'low' }
const whole = { reference: 'K7M29QXD', kind: 'reply', priority: 'low' }

test('A ticket needs a subject, words and a priority, and each is asked for in a sentence', () => {
  expect(said(forms.openTicketForm, {})).toEqual({
    subject: 'Write a subject with at least 3 characters.',
    body: 'Tell us what happened.',
    priority: 'Choose a priority from the list.',
  })
  expect(said(forms.openTicketForm, ticket)).toEqual({})
})

test('Blanks are no subject and no message, and what was typed keeps its blanks', () => {
  expect(said(forms.openTicketForm, { ...ticket, subject: '  a ', body: ' \n\t ' })).toEqual({
    subject: 'Write a subject with at least 3 characters.',
    body: 'Tell us what happened.',
  })
  const body = '  indented\n\n'
  expect(forms.openTicketForm.parse({ ...ticket, body }).body).toBe(body)
})

test('The limits say how much is allowed, and exactly that much is', () => {
  const most = { ...ticket, subject: 'x'.repeat(200), body: 'x'.repeat(50_000) }
  expect(said(forms.openTicketForm, most)).toEqual({})
  expect(
    said(forms.openTicketForm, { ...ticket, subject: `${most.subject}x`, body: `${most.body}x` }),
  ).toEqual({
    subject: 'Use at most 200 characters here.',
    body: 'Use at most 50,000 characters here.',
  })
})

test('A subject is one line', () => {
  expect(said(forms.openTicketForm, { ...ticket, subject: 'a\nBcc: b' })).toEqual({
    subject: 'Write this on one line.',
  })
})

test('An address is taken in lower case and without blanks, and refused with an example', () => {
  const call = { ...ticket, name: 'Nell' }
  expect(forms.openForCustomerForm.parse({ ...call, email: ' Nell@Kelpbay.TEST ' }).email).toBe(
    'nell@kelpbay.test',
  )
  for (const email of ['', 'nell', 'nell@', 'a b@c.test', 'a@b.test,c@d.test', 'a@b.test\nBcc: c@d.test'])
    expect(said(forms.openForCustomerForm, { ...call, email }).email, email).toContain('name@example.org')
})

test('Nobody sets a ticket to closed, and no word is a status or a priority that is not one', () => {
  for (const status of ['closed', 'new', '', 'toString'])
    expect(said(forms.statusForm, { ...whole, status }).status).toBe('Choose a status from the list.')
  expect(said(forms.priorityForm, { ...whole, priority: 'asap' }).priority).toBe(
    'Choose a priority from the list.',
  )
})

test('An assignee is an agent’s id or nobody; everything else is refused beside the field', () => {
  const given = { ...whole, team: '' }
  for (const assignee of ['', crypto.randomUUID(), undefined])
    expect(said(forms.assignForm, { ...given, assignee })).toEqual({})
  for (const assignee of ['the boss', '00000000', "' or 1=1"])
    expect(said(forms.assignForm, { ...given, assignee })).toEqual({
      assignee: 'Choose an assignee from the list.',
    })
})

test('A composer that was left alone is taken, and an unknown button sends', () => {
  expect(forms.composeForm.parse(whole)).toMatchObject({ intent: 'send', seen: 0, assignee: '', wasTeam: '' })
  expect(forms.composeForm.parse({ ...whole, intent: 'delete', queue: 'x', seen: 'many' })).toMatchObject({
    intent: 'send',
    seen: 0,
    queue: undefined,
  })
})

test('Every form says where the ticket went when its reference is missing', () => {
  const needing = [
    forms.replyForm,
    forms.noteForm,
    forms.statusForm,
    forms.confirmFixedForm,
    forms.composeForm,
  ]
  for (const form of needing) expect(said(form, {}).reference).toContain('Open the ticket again')
})

test('Fields that are no part of a form never come through it', () => {
  const more = { ...ticket, requesterId: 'x', role: 'admin', isInternal: true, createdAt: 0 }
  expect(forms.openTicketForm.parse(more)).toEqual(ticket)
})

test('A language is a tag of BCP 47, or none', () => {
  for (const language of [undefined, '', 'tr', 'zh-Hant'])
    expect(said(forms.openTicketForm, { ...ticket, language })).toEqual({})
  for (const language of ['Turkish', 'tr" onclick="', 'x'.repeat(36)])
    expect(said(forms.openTicketForm, { ...ticket, language })).toEqual({
      language: 'Choose a language from the list.',
    })
})
