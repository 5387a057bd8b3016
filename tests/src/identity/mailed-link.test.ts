import { beforeAll, describe, expect, test } from 'vitest'
import { GET, POST } from '#app/api/auth/[...all]/route.ts'
import { orderSetPasswordMail } from '#src/identity/order-set-password-mail.ts'
import { auth } from '#src/lib/auth.ts'
import { transaction } from '#src/lib/db/client.ts'
import { openDesk } from '#tests/support/desk.ts'
import { letLinksAge, newGuest, onRecord } from '#tests/support/identity.ts'

beforeAll(openDesk)

const open = (address: string, headers = {}) => GET(new Request(address, { headers }))

async function mailedLink() {
  const person = await newGuest()
  const link = await transaction('test', tx => orderSetPasswordMail(tx, person, 'reset-password'))
  return { ...person, link: new URL(link), token: new URL(link).pathname.split('/').at(-1) ?? '' }
}

describe('A link in a mail', () => {
  test('is known to Better Auth and leads to our page with its token, and opening it changes nothing', async () => {
    const { email, link, token } = await mailedLink()
    const before = await onRecord(email)
    for (let at = 0; at < 3; at++) {
      const answer = await open(link.href)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(`http://localhost:3000/reset-password?token=${token}`)
    }
    expect(await onRecord(email)).toEqual(before)
  })

  test('leads to the page without a token when it is too old or nobody made it', async () => {
    const { link } = await mailedLink()
    await letLinksAge(61)
    for (const address of [link.href, `${link.origin}/api/auth/reset-password/${'x'.repeat(32)}`]) {
      const location = (await open(address)).headers.get('location')
      expect(location).toMatch(/^http:\/\/localhost:3000\/reset-password\?/)
      expect(location).not.toContain('token=')
    }
  })

  test('leads nowhere else, whatever its query or the host of the request says', async () => {
    const { link, token } = await mailedLink()
    const evil = `http://evil.test${link.pathname}?callbackURL=https%3A%2F%2Fevil.test%2Fsteal`
    const answer = await open(evil, { host: 'evil.test', 'x-forwarded-host': 'evil.test' })
    expect(answer.headers.get('location')).toBe(`http://localhost:3000/reset-password?token=${token}`)
  })
})

test('Nothing else of Better Auth can be reached: every one of its paths answers 404 with a page', async () => {
  const endpoints = Object.values<{ path?: string }>(auth().api).flatMap(({ path }) => path ?? [])
  expect(endpoints.length).toBeGreaterThan(20)
  const others = endpoints.filter(path => !/^\/reset-password\/:/.test(path))
  for (const path of [...others, '/reset-password/short', '/reset-password/x/../../sign-out', '/', '']) {
    const answer = await open(`http://localhost:3000/api/auth${path}`)
    expect([path, answer.status]).toEqual([path, 404])
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(await answer.text()).toContain('<h1>')
  }
  expect((await POST()).status).toBe(404)
})
