import { expect, test } from '@playwright/test'
import { skip, walk } from './rules/tab.ts'
import { addressesFor, half, type Role, roleNames, visitor } from './visits.ts'

test.describe.configure({ mode: 'parallel' })

/** In forced colours for one of them: the ring must be there too. */
const forced: Role = 'requester'

for (const role of roleNames)
  for (const part of [0, 1] as const)
    test(`Tab walks ${role} through every page in the order of the source, with a ring at each stop (${part + 1} of 2)`, async ({
      browser,
    }) => {
      test.setTimeout(240_000)
      const context = await visitor(browser, role, { scripts: false })
      const page = await context.newPage()
      await page.setViewportSize({ width: 1280, height: 800 })
      if (role === forced) await page.emulateMedia({ forcedColors: 'active' })
      const faults: string[] = []
      for (const address of half((await addressesFor(context)).filter(startsAtTheTop), part)) {
        await page.goto(address)
        faults.push(...(await walk(page)).map(fault => `${address}: ${fault}`))
        await page.goto(address)
        faults.push(...(await skip(page)).map(fault => `${address}: ${fault}`))
      }
      expect(faults).toEqual([])
      await context.close()
    })

/** The specimens of the style guide include parts that take the focus as soon as they appear. */
const startsAtTheTop = (address: string) => address !== '/styleguide'
