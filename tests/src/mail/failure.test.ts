import { expect, test } from 'vitest'
import { failureOf } from '#src/mail/failure.ts'

const error = (facts: object, words = 'It did not work') => Object.assign(new Error(words), facts)

test('An address that is refused for good makes further attempts useless', () => {
  const refused = error({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 })
  expect(failureOf(refused)).toMatchObject({ final: true, ofServer: false })
  expect(failureOf(error({ code: 'EENVELOPE', command: 'API' }))).toMatchObject({ final: true })
})

test('That nobody has an address is known by what the server says in codes, never by a bare refusal', () => {
  const said = (response: string, command = 'RCPT TO') =>
    failureOf(error({ code: 'EENVELOPE', command, responseCode: Number(response.slice(0, 3)), response }))
  for (const response of [
    '550 5.1.1 No such user',
    '553-5.1.3 Bad address',
    '550 5.2.1 Disabled',
    '556 5.1.10 No',
  ])
    expect(said(response), response).toMatchObject({ final: true, nobodyThere: true })
  for (const response of [
    '550 No',
    '550 5.7.1 Blocked',
    '552 5.2.2 Full',
    '550 5.1.8 Your domain',
    '450 4.1.1 Later',
  ])
    expect(said(response), response).toMatchObject({ nobodyThere: false })
  expect(said('550 5.1.1 No such user', 'MAIL FROM')).toMatchObject({ final: false, nobodyThere: false })
})

test('A refusal that may pass, or may lie with our settings, is tried again', () => {
  const later = error({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 })
  const sender = error({ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 })
  for (const refused of [later, sender])
    expect(failureOf(refused)).toMatchObject({ final: false, ofServer: false })
})

test('Everything that is not about one mail is about the server', () => {
  for (const code of ['ECONNECTION', 'ETIMEDOUT', 'EAUTH', 'EDNS', 'ETLS', undefined])
    expect(failureOf(error({ code }))).toMatchObject({ final: false, ofServer: true })
  expect(failureOf('no error at all')).toMatchObject({ words: 'no error at all', ofServer: true })
})

test('The words stay on one line and within reason', () => {
  const { words } = failureOf(error({}, `550\r\n${'no '.repeat(1000)}`))
  expect(words).not.toMatch(/[\r\n]/)
  expect(words.length).toBeLessThanOrEqual(500)
})
