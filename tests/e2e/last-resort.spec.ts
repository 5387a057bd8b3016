import { expect, test } from '@playwright/test'
import { asBrowser, expectReadable, formPage, hiddenFields, multipart, post } from './support/raw-form.ts'

// What a browser without scripts is shown when a request goes wrong before any code of ours is asked.
const limit = 1024 * 1024

// stale-action-html
test('a form that the server does not know is answered with 409 or 400, in words', async ({ request }) => {
  const unknown = await post(request, { fields: { [`$ACTION_ID_${'40'.repeat(21)}`]: '' } })
  await expectReadable(unknown, 409, /out of date/)
  await expectReadable(await post(request, { fields: { $ACTION_ID_zz: '' } }), 400, /could not read/)
  await expectReadable(await post(request, { fields: { email: 'ada@holdfast.test' } }), 400, /could not read/)
})

test('a form that is sent to a page it does not belong to is answered in words', async ({ request }) => {
  const fields = await hiddenFields(request)
  await expectReadable(await post(request, { to: '/help', fields }), 409, /out of date/)
  await expectReadable(await post(request, { to: '/there/is/nothing', fields }), 409, /out of date/)
})

const foreign = ['https://evil.example', 'null', '', 'garbage', 'https://evil.example:443/path']
for (const origin of foreign) {
  test(`origin-table: a form with the origin "${origin}" is not taken, and the answer says so`, async ({
    request,
  }) => {
    const fields = await hiddenFields(request)
    const answer = await post(request, { fields, headers: { origin } })
    await expectReadable(answer, 403, /came from somewhere else/)
  })
}

test('a foreign site cannot pass by naming itself as the forwarded host', async ({ request }) => {
  const headers = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }
  const answer = await post(request, { fields: await hiddenFields(request), headers })
  await expectReadable(answer, 403, /came from somewhere else/)
})

test('a form that the browser calls cross-site is not taken', async ({ request }) => {
  const headers = { 'sec-fetch-site': 'cross-site' }
  const answer = await post(request, { fields: await hiddenFields(request), headers })
  await expectReadable(answer, 403, /came from somewhere else/)
})

test('a form may be as large as the limit, and a byte more is refused with 413 and a way back', async ({
  request,
}) => {
  const fields = await hiddenFields(request)
  const framing = multipart({ ...fields, email: '' }).length
  const fits = await post(request, { fields: { ...fields, email: 'a'.repeat(limit - framing) } })
  expect(fits.status()).toBeLessThan(500)
  expect(fits.status()).not.toBe(413)
  const tooLarge = await post(request, { fields: { ...fields, email: 'a'.repeat(limit - framing + 1) } })
  await expectReadable(tooLarge, 413, /press Back/)
})

for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
  test(`${method} is nothing that a page knows`, async ({ request }) => {
    const answer = await request.fetch(formPage, { method, headers: asBrowser, maxRedirects: 0 })
    await expectReadable(answer, 405, /cannot be used like that/)
  })
}

test('a form in the old encoding does nothing and shows the page again', async ({ request }) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await post(request, { headers, body: 'email=ada%40holdfast.test' })
  expect(answer.status()).toBe(200)
  expect(await answer.text()).toContain('<h1')
})

test('an address where nothing is has a page with 404', async ({ request }) => {
  const answer = await request.get('/there/is/nothing', { headers: asBrowser })
  await expectReadable(answer, 404, /no such page/i)
})

test('the image endpoint fetches nothing from elsewhere', async ({ request }) => {
  const answer = await request.get('/_next/image?url=http%3A%2F%2F169.254.169.254%2Fx&w=64&q=75')
  expect(answer.status()).toBe(404)
})

test('every page carries the security headers, with a nonce of its own', async ({ request }) => {
  const [one, two] = [await request.get('/'), await request.get('/')]
  const policy = one.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';.*default-src 'none'/)
  expect(two.headers()['content-security-policy']).not.toBe(policy)
  expect(one.headers()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  })
  expect(one.headers()).not.toHaveProperty('x-powered-by')
})

test('a reader without a session is led to sign in and back, and a form is not led away', async ({
  request,
}) => {
  const answer = await request.get('/tickets?page=2', { headers: asBrowser, maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([303, '/sign-in?next=%2Ftickets%3Fpage%3D2'])
  const posted = await post(request, { to: '/tickets/new', fields: { $ACTION_ID_zz: '' } })
  expect(posted.status()).toBe(400)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('back-keeps-text: what was typed is still in the form after a refused form and Back', async ({
    page,
  }) => {
    await page.goto(formPage)
    await page.getByRole('textbox', { name: /mail/i }).fill('someone.with.a.long@address.example')
    await page.route('**/*', route =>
      route.request().method() === 'POST'
        ? route.continue({
            postData:
              route
                .request()
                .postData()
                ?.replace(/"id":"../, '"id":"ff') ?? '',
          })
        : route.continue(),
    )
    await page.getByRole('main').getByRole('button').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This form was out of date')
    await page.goBack()
    await expect(page.getByRole('textbox', { name: /mail/i })).toHaveValue(
      'someone.with.a.long@address.example',
    )
  })
})
