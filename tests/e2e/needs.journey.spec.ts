import { expect, test } from '@playwright/test'
import { mira, tom } from '#src/demo/cast.ts'
import { deskPath, portalPath } from '#src/tickets/paths.ts'
import { asked } from '#tests/support/desk.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { comeAs } from './support/fill-form.ts'

test('What somebody needs is ticked, kept when the form is refused, read by agents and by nobody else', async ({
  browser,
}) => {
  const person = { kind: 'customer' as const, ...(await newCustomer()) }
  const reference = await asked(person)
  const mark = `Tap ${crypto.randomUUID()}`
  const context = await browser.newContext()
  await comeAs(context, person)
  const page = await context.newPage()
  const box = (name: string) => page.getByRole('checkbox', { name })

  await test.step('a refused form keeps the boxes and the words', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Your account' }).click()
    await box('Plain language').check()
    await box('More time').check()
    await page.getByLabel('In your own words').fill(mark.repeat(1300))
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
    await expect(box('Plain language')).toBeChecked()
    await expect(box('More time')).toBeChecked()
    await expect(box('Large print')).not.toBeChecked()
  })

  await test.step('it is saved, and what is unticked goes, by way of a draft as well', async () => {
    await page.getByLabel('In your own words').fill(mark)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('status').first()).toHaveText('Your changes were saved.')
    await box('More time').uncheck()
    await page.getByRole('button', { name: 'Save draft' }).click()
    await expect(page.getByRole('status').first()).toHaveText('Your draft was kept. Nothing was sent.')
    await expect(box('More time')).not.toBeChecked()
    await page.getByRole('link', { name: 'My drafts' }).click()
    await page.getByRole('link', { name: 'How to communicate with you' }).click()
    await expect(box('Plain language')).toBeChecked()
    await expect(box('More time')).not.toBeChecked()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('status').first()).toHaveText('Your changes were saved.')
    await expect(box('More time')).not.toBeChecked()
  })

  await test.step('an agent reads it beside the requester, and where they reply', async () => {
    const desk = await browser.newContext()
    await comeAs(desk, mira)
    const agent = await desk.newPage()
    for (const path of [deskPath(reference), `${deskPath(reference)}/reply`]) {
      await agent.goto(path)
      await expect(agent.getByRole('heading', { name: 'How to communicate with them' })).toBeVisible()
      await expect(agent.getByText('Plain language')).toBeVisible()
      await expect(agent.getByText('More time')).toHaveCount(0)
      await expect(agent.getByText(mark)).toBeVisible()
    }
    await desk.close()
  })

  await test.step('another customer finds it nowhere, and on no ticket of the person it is shown to them', async () => {
    const other = await browser.newContext()
    await comeAs(other, tom)
    const stranger = await other.newPage()
    for (const path of ['/account', '/tickets', portalPath(reference)]) {
      await stranger.goto(path)
      expect(await stranger.content()).not.toContain(mark)
    }
    await other.close()
    await page.goto(portalPath(reference))
    expect(await page.content()).not.toContain(mark)
  })
})
