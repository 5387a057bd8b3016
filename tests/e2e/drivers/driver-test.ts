import { test as base } from '@playwright/test'
import { demoPassword } from '#src/demo/cast.ts'
import { env } from '#src/lib/env.ts'
import { openChromium } from './chromium.ts'
import type { Driver } from './driver.ts'
import { openW3m } from './w3m.ts'

type Fixtures = {
  /** Gives somebody a browser of their own, the one of the project, and signs them in; null stays a stranger. */
  at: (person: { email: string } | null) => Promise<Driver>
}

export const test = base.extend<Fixtures>({
  at: async ({ browser }, use, { project }) => {
    const open: Driver[] = []
    await use(async person => {
      const driver = project.name === 'text-browser' ? openW3m(env().baseUrl) : await openChromium(browser)
      open.push(driver)
      if (person) await signIn(driver, person.email)
      return driver
    })
    for (const driver of open) await driver.close()
  },
})

/** Signs in by the form. */
export async function signIn(at: Driver, email: string, password = demoPassword) {
  await at.goto('/sign-in')
  await at.fill('Email address', email)
  await at.fill('Password', password)
  await at.press('Sign in')
  await at.reads('Signed in as')
}
