import { expect, test } from '@playwright/test'
import { elif, mira } from '#src/demo/cast.ts'
import { crawl } from './support/crawl.ts'
import { signIn } from './support/sign-in.ts'

test.use({ javaScriptEnabled: false })

const readings: Record<string, string>[] = [{ accept: 'text/html' }, { RSC: '1' }]

test('Not one byte of an internal note reaches the requester, in pages or in their payload', async ({
  browser,
}) => {
  const canary = `canary${Date.now()}`
  const [customer, agent] = [await browser.newContext(), await browser.newContext()]
  const [desk, portal] = [await agent.newPage(), await customer.newPage()]
  await signIn(desk, mira)
  await signIn(portal, elif)
  const own = await crawl(customer.request, ['/tickets'])
  const references = (own.get('/tickets/[reference]') ?? []).map(
    address => address.split('/')[2]?.split('?')[0] ?? '',
  )
  for (const reference of references) {
    await desk.goto(`/desk/tickets/${reference}/note`)
    await desk.getByLabel('Your note').fill(canary)
    await desk.getByRole('button', { name: 'Add the note' }).click()
    await expect(desk.getByText(canary).first()).toBeVisible()
  }
  expect(references.length).toBeGreaterThan(2)

  const addresses = [
    ...(await crawl(customer.request, ['/', '/tickets', ...references.map(opened)])).values(),
  ].flat()
  expect(addresses.length).toBeGreaterThan(references.length)
  for (const address of addresses)
    for (const headers of readings) {
      const answer = await customer.request.get(address, { headers })
      expect((await answer.body()).includes(canary), `${address} with ${JSON.stringify(headers)}`).toBe(false)
    }
})

function opened(reference: string) {
  return `/tickets/${reference}/opened`
}
