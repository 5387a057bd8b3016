import { test as base } from '@playwright/test'
import { type FaultyDesk, openFaultyDesk } from '#tests/e2e/desk/faulty-desk.ts'

/**
 * A test whose pages are those of a desk with a database that can be taken away: `desk.database`. The desk is opened
 * once a worker, so a test that takes the database away brings it back.
 */
export const test = base.extend<object, { desk: FaultyDesk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants it so
    async ({}, use) => {
      const desk = await openFaultyDesk()
      await use(desk)
      await desk.close()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ desk }, use, { project }) => {
    await use(project.name === 'csp-none' ? desk.scriptlessAddress : desk.address)
  },
})
