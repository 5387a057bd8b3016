import { expect, test } from 'vitest'
import { originOf } from '#src/inbound/origin.ts'
import { parseMail } from '#src/inbound/parse.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'

const from = { From: 'Elif <elif@example.org>' }
const by = async (headers: Record<string, string>) =>
  originOf(await parseMail(mailOf({ ...from, ...headers }))).by

test.each<Record<string, string>>([
  {},
  { 'Auto-Submitted': 'no' },
  { 'Auto-Submitted': 'No (a person)' },
  { Precedence: 'first-class' },
  { 'Return-Path': '<elif@example.org>' },
  { 'X-Auto-Response-Suppress': 'OOF' },
])('A person wrote what has %o', async headers => {
  expect(await by(headers)).toBe('person')
})

test.each<Record<string, string>>([
  { 'Auto-Submitted': 'auto-replied' },
  { 'Auto-Submitted': 'auto-generated; x=y' },
  { Precedence: 'Bulk' },
  { Precedence: 'junk' },
  { Precedence: 'list' },
  { 'Return-Path': '<>' },
  { From: 'MAILER-DAEMON@example.org' },
  { From: 'Postmaster <postmaster@example.org>' },
  { 'X-Loop': 'holdfast' },
  { 'List-Id': '<ferries.example.org>' },
  { 'X-Autoreply': 'yes' },
  { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=x' },
])('A program wrote what has %o', async headers => {
  expect(await by(headers)).toBe('automatic')
})

const report = (status: string) =>
  mailOf(
    {
      From: 'mailer-daemon@example.org',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
    },
    `--b\nContent-Type: text/plain\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n${status}\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <a.b@desk.test>\nSubject: Your ticket\n--b--\n`,
  )

test.each([
  ['Action: failed\nStatus: 5.1.1 (bad destination mailbox)', '5.1.1'],
  ['Action: failed\nStatus: 4.4.7', '4.4.7'],
  ['Action: delayed\nStatus: 4.2.2', undefined],
])('A report that says %j tells whether and why the mail failed', async (fields, failure) => {
  const origin = originOf(await parseMail(report(`Final-Recipient: rfc822; Elif@Example.org\n${fields}`)))
  expect(origin).toEqual({
    by: 'bounce',
    recipient: 'elif@example.org',
    failure,
    about: ['<a.b@desk.test>'],
  })
})

test('A report that says nothing of use is a report all the same', async () => {
  expect(originOf(await parseMail(report('')))).toEqual({ by: 'bounce', about: ['<a.b@desk.test>'] })
})
