import { expect, test } from 'vitest'
import { signatureIn } from '#src/lib/http/signature.ts'

// The example of the Standard Webhooks' own documents.
const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')
const body = '{"test": 2432232314}'
const right = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
const at = 1_614_265_330
const example = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': String(at),
  'webhook-signature': right,
}

function holds(given: Record<string, string> = {}, { now = at * 1000, said = body } = {}): boolean {
  const headers = new Headers({ ...example, ...given })
  const signature = signatureIn(headers, key, now)
  for (const piece of [said.slice(0, 7), said.slice(7)]) signature?.add(Buffer.from(piece))
  return signature?.holds() ?? false
}

test('The example of the standard holds, in however many pieces the body comes', () => {
  expect(holds()).toBe(true)
})

test('One of several signatures is enough, and kinds that we do not know are passed over', () => {
  const wrong = `v1,${'A'.repeat(43)}=`
  expect(holds({ 'webhook-signature': `v1a,abc ${wrong} ${right}` })).toBe(true)
  expect(holds({ 'webhook-signature': `${wrong} ${wrong} ${wrong} ${wrong} ${wrong} ${right}` })).toBe(false)
})

test.each([
  ['another body', {}, { said: `${body} ` }],
  ['another id', { 'webhook-id': 'msg_2' }, {}],
  ['another time', { 'webhook-timestamp': String(at + 1) }, {}],
  ['no signature', { 'webhook-signature': '' }, {}],
  ['a signature that is too short', { 'webhook-signature': 'v1,g0hM' }, {}],
  ['a time that is no number', { 'webhook-timestamp': `${at}x` }, {}],
])('It does not hold for %s', (_, given, rest) => {
  expect(holds(given, rest)).toBe(false)
})

test('It holds for five minutes, before and after', () => {
  const after = (seconds: number) => holds({}, { now: (at + seconds) * 1000 })
  expect([-301, -300, 300, 301].map(after)).toEqual([false, true, true, false])
})
