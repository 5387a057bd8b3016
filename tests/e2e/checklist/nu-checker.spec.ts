import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { nuChecker } from '#src/commands/testing/nu-checker.ts'
import { addressesFor, type Role, visitor } from './visits.ts'

const report = z.object({
  messages: z.array(z.object({ url: z.string(), message: z.string(), extract: z.string().optional() })),
})

/** What we let pass, each with its reason in docs/decisions/0019-checklist.md. */
const known = [
  /^Bad value “” for attribute “action” on element “form”: Must be non-empty\.$/,
  /^The “role” attribute must not be used on a “\w+” element which has a “table” ancestor/,
]

// Where there is no Java, the summary of all tests says that this was not run.
const checker = nuChecker()
if (checker)
  test('The Nu checker finds no error in what nobody, a customer and an administrator are sent', async ({
    browser,
  }) => {
    test.setTimeout(180_000)
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-nu-'))
    const addresses: string[] = []
    for (const role of ['nobody', 'requester', 'administrator'] satisfies Role[]) {
      const context = await visitor(browser, role, { scripts: true })
      for (const address of await addressesFor(context)) {
        const answer = await context.request.get(address, { headers: { accept: 'text/html' } })
        writeFileSync(join(folder, `${addresses.length}.html`), await answer.body())
        addresses.push(`${role} at ${address}`)
      }
      await context.close()
    }
    const words = ['-jar', checker.jar, '--errors-only', '--exit-zero-always', '--format', 'json', folder]
    const { stderr } = await promisify(execFile)(checker.java, words, { maxBuffer: 50_000_000 })
    const { messages } = report.parse(JSON.parse(stderr))
    const faults = messages
      .filter(({ message }) => !known.some(pattern => pattern.test(message)))
      .map(
        ({ url, message, extract }) =>
          `${addresses[Number.parseInt(url.split('/').at(-1) ?? '', 10)]}: ${message} ${extract ?? ''}`,
      )
    expect(addresses.length).toBeGreaterThan(40)
    expect(faults).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  })
