import { expect, test } from 'vitest'
import { mailboxAt } from '#src/lib/mailbox-address.ts'

test('An address names server, person, password, and what usually is so need not be said', () => {
  expect(mailboxAt('imaps://support%40desk.test:p%3Aw%2F%40@imap.desk.test')).toEqual({
    name: 'support@desk.test',
    host: 'imap.desk.test',
    port: 993,
    tls: 'from-the-start',
    user: 'support@desk.test',
    password: 'p:w/@',
    oauth: false,
    folder: 'INBOX',
    moveTo: undefined,
  })
})

test('It may say the port, the folder, where mails go to, and that a token opens it', () => {
  const found = mailboxAt('imap://desk:refresh@mail.desk.test:1143/To%20do%2FNew?move-to=Done&auth=oauth2')
  expect(found).toMatchObject({
    name: 'desk@mail.desk.test/To do/New',
    port: 1143,
    tls: 'must-follow',
    oauth: true,
    folder: 'To do/New',
    moveTo: 'Done',
  })
  expect(mailboxAt('imaps://desk@mail.desk.test?auth=oauth2')).toMatchObject({ password: '' })
})

test('Only on this machine may a password go without encryption', () => {
  const tls = (host: string) => mailboxAt(`imap://desk:word@${host}`)?.tls
  expect(['127.0.0.1', 'localhost', '[::1]', '10.0.0.1', 'localhost.example'].map(tls)).toEqual([
    'if-offered',
    'if-offered',
    'if-offered',
    'must-follow',
    'must-follow',
  ])
})

test.each([
  '',
  'support@desk.test',
  'https://support:word@desk.test',
  'imaps://desk.test',
  'imaps://support@desk.test',
  'imaps://support:word@',
  'imaps://support:100%@desk.test',
  'imaps://support:word@desk.test?moveto=Done',
  'imaps://support:word@desk.test?auth=kerberos',
])('What cannot be read is no mailbox: %s', address => {
  expect(mailboxAt(address)).toBeNull()
})
