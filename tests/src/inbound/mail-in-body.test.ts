import { expect, test } from 'vitest'
import { mailInBody } from '#src/inbound/mail-in-body.ts'

const mail = Buffer.from('Subject: caf\xe9\r\n\r\n--not the end\r\n', 'latin1')

function form(...parts: [head: string, content: Buffer | string][]): Buffer {
  const framed = parts.flatMap(([head, content]) => [
    Buffer.from(`--x9\r\n${head}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...framed, Buffer.from('--x9--\r\n')])
}

const asForm = 'multipart/form-data; boundary=x9'
const field = (name: string) => `Content-Disposition: form-data; name="${name}"`

test('A mail alone is taken as it is', () => {
  expect(mailInBody('message/rfc822', mail)).toEqual(mail)
  expect(mailInBody('Message/RFC822; charset=utf-8', mail)).toEqual(mail)
})

test.each(['message', 'email', 'body-mime'])('Of a form, the field %s is the mail, byte for byte', name => {
  const body = form([field('from'), 'nell@example.org'], [field(name), mail])
  expect(mailInBody(asForm, body)).toEqual(mail)
  expect(mailInBody('multipart/form-data; charset=x; boundary="x9"', body)).toEqual(mail)
})

test('Of a form, a file that is a mail by its type is the mail, whatever it is called', () => {
  const head = `${field('attachment-1')}; filename="a.eml"\r\nContent-Type: message/rfc822`
  expect(mailInBody(asForm, form([field('to'), 'x'], [head, mail]))).toEqual(mail)
})

test.each([
  ['no form and no mail', 'application/json', mail],
  ['a type that only begins so', 'message/rfc822-headers', mail],
  ['no type', '', mail],
  ['a form without a mail', asForm, form([field('text'), 'hello'])],
  ['a form without a boundary', 'multipart/form-data', form([field('email'), mail])],
  ['a form with another boundary', 'multipart/form-data; boundary=y', form([field('email'), mail])],
  ['a form that was cut off', asForm, form([field('email'), mail]).subarray(0, -12)],
  ['nothing', asForm, Buffer.alloc(0)],
])('There is no mail in %s', (_, type, body) => {
  expect(mailInBody(type, body)).toBeNull()
})
