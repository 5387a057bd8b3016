import { expect, test } from 'vitest'
import { authenticationOf } from '#src/inbound/authentication.ts'
import { parseMail } from '#src/inbound/parse.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'

const judged = async (...results: string[]) => {
  const headers = results.map(result => `Authentication-Results: ${result}\r\n`).join('')
  const rest = mailOf({ From: 'Elif <elif@example.org>' })
  return authenticationOf(await parseMail(Buffer.concat([Buffer.from(headers), rest])), 'mx.desk.test')
}

test.each([
  'mx.desk.test; dmarc=pass header.from=example.org',
  'MX.desk.test 1; spf=fail smtp.mailfrom=list.test; dmarc=pass (p=reject) header.from=example.org',
  'mx.desk.test; dkim=pass header.d=example.org',
  'mx.desk.test; dkim=pass header.i=@mail.example.org; spf=softfail',
  'mx.desk.test; spf=pass smtp.mailfrom=bounce@example.org; dmarc=none',
])('The sender is who the mail says: %s', async result => {
  expect(await judged(result)).toBe('passed')
})

test.each([
  'mx.desk.test; dmarc=fail header.from=example.org; dkim=pass header.d=evil.test',
  'mx.desk.test; spf=fail smtp.mailfrom=example.org',
  'mx.desk.test; spf=softfail smtp.mailfrom=example.org; dkim=none',
  'mx.desk.test; dkim=fail header.d=example.org; spf=pass smtp.mailfrom=evil.test',
])('The sender is somebody else: %s', async result => {
  expect(await judged(result)).toBe('failed')
})

test.each([
  'mx.desk.test; none',
  'mx.desk.test; dkim=pass header.d=evil.test',
  'mx.desk.test; spf=pass smtp.mailfrom=elif@evil.test',
  'mx.desk.test; spf=temperror; dmarc=none',
  'mx.evil.test; dmarc=pass',
  'x (mx.desk.test); dmarc=pass',
  'garbage',
])('Nothing is known of the sender: %s', async result => {
  expect(await judged(result)).toBe('unknown')
})

test('What a stranger says of themselves counts neither for nor against them', async () => {
  expect(await judged('mx.evil.test; dmarc=pass', 'mx.desk.test; dmarc=fail')).toBe('failed')
  expect(await judged('mx.evil.test; dmarc=fail', 'mx.desk.test; dmarc=pass')).toBe('passed')
})

test('Where no server is trusted, nobody is judged', async () => {
  const mail = await parseMail(mailOf({ From: 'a@b.test', 'Authentication-Results': 'mx; dmarc=fail' }))
  expect(authenticationOf(mail, undefined)).toBe('unknown')
})
