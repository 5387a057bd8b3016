import { expect, test } from '@playwright/test'
import { axeFaultsOf, faultsOf } from './examine.ts'
import { addressesFor, half, roleNames, visitor } from './visits.ts'

test.describe.configure({ mode: 'parallel' })

for (const [manner, scripts] of [
  ['without scripts', false],
  ['with scripts at work', true],
] as const)
  for (const role of roleNames)
    for (const part of [0, 1] as const)
      test(`Every page of ${role} keeps the checklist, ${manner}, wide and narrow, light, dark and forced (${part + 1} of 2)`, async ({
        browser,
      }) => {
        test.setTimeout(240_000)
        const context = await visitor(browser, role, { scripts })
        const page = await context.newPage()
        const faults: string[] = []
        for (const address of half(await addressesFor(context), part)) {
          await page.goto(address)
          if (scripts) await page.waitForLoadState('networkidle')
          const [found, byAxe] = [await faultsOf(page), await axeFaultsOf(page)]
          faults.push(...[...found, ...byAxe].map(fault => `${address}: ${fault}`))
        }
        expect(faults).toEqual([])
        await context.close()
      })
