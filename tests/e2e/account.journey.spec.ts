import { expect, type Page, test } from '@playwright/test'
import { ada } from '#src/demo/cast.ts'
import { fillSignIn, signIn } from './support/sign-in.ts'

/** Follows the link in the newest mail to this address, as an administrator of a desk without SMTP reads it. */
async function followMail(admin: Page, reader: Page, address: string) {
  await admin.goto('/admin/outbox')
  await admin.getByRole('row').filter({ hasText: address }).first().getByRole('link').click()
  const link = await admin.getByRole('main').getByRole('link', { name: /^http/ }).first().getAttribute('href')
  await reader.goto(link ?? '')
}

async function choosePassword(page: Page, password: string) {
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByRole('status')).toContainText('Your new password is set.')
}

test('Somebody makes an account, forgets the password and sets a new one by the mailed link', async ({
  browser,
}) => {
  const email = `newcomer${Date.now()}@kelpbay.test`
  const page = await (await browser.newContext()).newPage()
  const admin = await (await browser.newContext()).newPage()
  await signIn(admin, ada)

  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Nia Newcomer')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/12 characters/)
  await expect(page.getByLabel('Email address')).toHaveValue(email)
  await expect(page.getByLabel('Password')).toHaveValue('')
  await page.getByLabel('Password').fill('seven grey herons wading')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByRole('status')).toContainText('your account is ready')
  await fillSignIn(page, { email }, 'seven grey herons wading')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'I have forgotten my password' }).click()
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(page.getByRole('status')).toContainText('If we know this address')
  await followMail(admin, page, email)
  await choosePassword(page, 'eight brown otters diving')

  await fillSignIn(page, { email }, 'seven grey herons wading')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('do not fit together')
  await fillSignIn(page, { email }, 'eight brown otters diving')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
})

test('An administrator invites an agent, who works, and deactivates them, which ends their session', async ({
  browser,
}) => {
  const email = `colleague${Date.now()}@kelpbay.test`
  const admin = await (await browser.newContext()).newPage()
  const agent = await (await browser.newContext()).newPage()
  await signIn(admin, ada)
  await admin.goto('/admin/agents/invite')
  await admin.getByLabel('Name').fill('Casey Colleague')
  await admin.getByLabel('Email address').fill(email)
  await admin.getByRole('button', { name: 'Invite' }).click()
  await expect(admin.getByRole('status')).toContainText('The agent was invited.')

  await followMail(admin, agent, email)
  await choosePassword(agent, 'nine quiet seals asleep')
  await fillSignIn(agent, { email }, 'nine quiet seals asleep')
  await agent.getByRole('link', { name: 'The desk' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toHaveText('The desk')

  await admin.goto('/admin/agents')
  await admin.getByRole('row').filter({ hasText: email }).getByRole('link').first().click()
  await admin.getByRole('link', { name: /^Deactivate/ }).click()
  await admin.getByRole('button', { name: /^Deactivate/ }).click()
  await expect(admin.getByRole('status')).toContainText('can no longer work at the desk')
  await agent.goto('/desk')
  await expect(agent.getByRole('heading', { level: 1 })).toHaveText('Sign in')
})
