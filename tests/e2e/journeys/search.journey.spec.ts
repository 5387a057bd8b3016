import { elif } from '#src/demo/cast.ts'
import { test } from '#tests/e2e/drivers/driver-test.ts'
import { asked } from '#tests/support/desk.ts'
import { newColleague, newCustomer } from '#tests/support/newcomers.ts'

/** A word that stands nowhere else, in letters alone. */
const strange = () => `zq${crypto.randomUUID().replace(/[^a-f]/g, '')}`

test('Search the desk: by a word, mistyped, narrowed, and asked for in a way that nobody knows', async ({
  at,
}) => {
  const word = strange()
  const subject = `The ${word} has left`
  await asked(elif, subject)
  const page = await at(await newColleague('agent'))
  await page.goto('/desk')
  await page.fill('Search all tickets', word)
  await page.press('Search')
  await page.reads('1 ticket found', subject)

  await page.fill('Search all tickets of the desk', `${word}x`)
  await page.press('Search')
  await page.reads('These tickets hold words like them.', subject)

  await page.fill('Search all tickets of the desk', `${word} status:closed`)
  await page.press('Search')
  await page.reads('Nothing was found.')

  await page.fill('Search all tickets of the desk', `${word} colour:red before:never`)
  await page.press('Search')
  await page.reads(
    'There is a problem',
    '“colour:” is no filter of this search.',
    '“before:never” is no day.',
  )
  await page.holds('Search all tickets of the desk', `${word} colour:red before:never`)

  await page.fill('Search all tickets of the desk', `"${word} has" status:open`)
  await page.press('Search')
  await page.follow(subject)
  await page.reads('It still stands on the pier.')
})

test('Search one’s own tickets, and find nobody else’s', async ({ at }) => {
  const word = strange()
  const customer = { kind: 'customer' as const, ...(await newCustomer()) }
  await asked(customer, `My ${word}`)
  await asked(elif, `Somebody else’s ${word}, and a ${word}sail`)
  const page = await at(customer)
  await page.goto('/tickets')
  await page.fill('Search your tickets', word)
  await page.press('Search')
  await page.reads('1 ticket found', `My ${word}`)
  await page.readsNowhere('Somebody else’s')
  await page.fill('Search your tickets', `${word}sail`)
  await page.press('Search')
  await page.reads('Nothing was found.')
})
