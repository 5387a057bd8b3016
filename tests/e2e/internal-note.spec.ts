import { expect, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { mira, tom } from '#src/demo/cast.ts'
import { attach } from '#src/files/attach.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { ticketMessages } from '#src/lib/db/tables/tickets.ts'
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
  await signIn(portal, tom)
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
  await giveFilesToNotes(canary)

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

/** Each note that says the canary has a file that is called so, shows it and holds it. */
async function giveFilesToNotes(canary: string) {
  const notes = await db
    .select({ id: ticketMessages.id })
    .from(ticketMessages)
    .where(eq(ticketMessages.body, canary))
  expect(notes.length).toBeGreaterThan(2)
  const file = () => ({ name: `${canary}.txt`, description: canary, bytes: [Buffer.from(canary)] })
  for (const { id } of notes) await transaction(mira.userId, tx => attach(tx, id, [file()]))
}

function opened(reference: string) {
  return `/tickets/${reference}/opened`
}
