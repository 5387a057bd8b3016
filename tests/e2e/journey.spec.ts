import { expect, test } from '@playwright/test'
import { mira } from '#src/demo/cast.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { signIn } from './support/sign-in.ts'

test('A customer asks, an agent takes, notes, replies and solves, and the customer confirms', async ({
  browser,
}) => {
  const subject = `Bicycle left on pier ${Date.now()}`
  const customer = await (await browser.newContext()).newPage()
  const agent = await (await browser.newContext()).newPage()

  await test.step('the customer opens a ticket and reads its reference', async () => {
    await signIn(customer, await newCustomer())
    await customer.goto('/tickets/new')
    await customer.getByLabel('Subject').fill(subject)
    await customer.getByLabel('What happened?').fill('The 7:40 left without it.\n\nIt is red.')
    await customer.getByRole('radio', { name: /^High/ }).check()
    await customer.getByRole('button', { name: 'Open the ticket' }).click()
    await expect(customer.getByRole('heading', { level: 1 })).toHaveText('We have your ticket')
    await expect(customer.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible()
  })

  await test.step('the agent finds it in the queue, takes it and notes something', async () => {
    await signIn(agent, mira)
    await agent.goto('/desk/queues/unassigned')
    await agent.getByText('Filter this queue').click()
    await agent.getByLabel('Subject or reference').fill(subject)
    await agent.getByRole('button', { name: 'Apply the filters' }).click()
    await agent.getByRole('link', { name: subject }).click()
    await agent.getByRole('button', { name: 'Take it' }).click()
    await expect(agent.getByRole('status').first()).toHaveText('You have taken this ticket.')
    await expect(agent.getByRole('status').first()).toBeFocused()
    await agent.getByRole('radio', { name: /internal note/ }).check()
    await agent.getByLabel('Your text').fill('Lost property knows about it.')
    await agent.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(agent.getByRole('status').first()).toContainText('note was added')
  })

  await test.step('the agent replies, and the ticket waits for the customer', async () => {
    await agent.getByLabel('Your text').fill('We have found it. Which pier shall we bring it to?')
    await agent.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(agent.getByRole('status').first()).toHaveText('Your reply was sent.')
    await expect(agent.getByRole('complementary').getByText('Pending', { exact: true })).toBeVisible()
  })

  await test.step('the customer reads the reply and never the note, and answers', async () => {
    await customer.goto('/tickets')
    await customer.getByRole('link', { name: subject }).click()
    await expect(customer.getByText('Which pier shall we bring it to?')).toBeVisible()
    expect(await customer.content()).not.toContain('Lost property')
    await customer.getByLabel('Your message').fill('Pier two, please.')
    await customer.getByRole('button', { name: 'Send the message' }).click()
    await expect(customer.getByRole('status').first()).toHaveText('Your reply was sent.')
    await expect(customer.getByText('Pier two, please.')).toBeVisible()
  })

  await test.step('the agent solves it', async () => {
    await agent.reload()
    await expect(agent.getByText('Pier two, please.')).toBeVisible()
    await agent.getByLabel('Your text').fill('It is there now.')
    await agent.getByLabel('Status').selectOption('Solved')
    await agent.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(agent.getByRole('complementary').getByText('Solved', { exact: true })).toBeVisible()
  })

  await test.step('the customer confirms, and the ticket is closed', async () => {
    await customer.reload()
    await customer.getByRole('link', { name: 'This is fixed' }).click()
    await customer.getByRole('button', { name: 'Yes, this is fixed' }).click()
    await expect(customer.getByText('This ticket is finished.')).toBeVisible()
  })
})
