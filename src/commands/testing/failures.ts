import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** What Vitest's JSON report says of each test; a file that could not be loaded has a message and no tests. */
export const vitestFiles = z.array(
  z.object({
    name: z.string().default('a file'),
    status: z.string(),
    message: z.string().default(''),
    assertionResults: z.array(
      z.object({
        fullName: z.string().default(''),
        status: z.string().default(''),
        failureMessages: z.array(z.string()).nullish(),
      }),
    ),
  }),
)

const playwrightError = z.object({ message: z.string().default('') })

const playwrightSpec = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      projectName: z.string().default(''),
      results: z.array(z.object({ errors: z.array(playwrightError) })),
    }),
  ),
})

/** What Playwright's JSON report says of a file or of a group of tests in it. */
export const playwrightSuite = z.object({
  title: z.string(),
  specs: z.array(playwrightSpec).default([]),
  get suites() {
    return z.array(playwrightSuite).default([])
  },
})

/** The failed tests of Vitest, each with the first words of why. */
export function failuresOfVitest(files: z.output<typeof vitestFiles>): string[] {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [told([name], message)]
    return assertionResults
      .filter(test => test.status === 'failed')
      .map(test => told([name, test.fullName], test.failureMessages?.[0]))
  })
}

/** The tests of Playwright that failed, or did so at their first try, each with the first words of why. */
export function failuresOfPlaywright(
  { title, specs, suites }: z.output<typeof playwrightSuite>,
  above: string[] = [],
): string[] {
  const here = [...above, title]
  const own = specs.flatMap(spec =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, projectName, results }) =>
        told(
          [projectName, ...here, spec.title],
          results.flatMap(({ errors }) => errors.map(({ message }) => message)).join('\n'),
          status === 'flaky' ? 'Passed only at its second try' : 'Failed',
        ),
      ),
  )
  return [...own, ...suites.flatMap(suite => failuresOfPlaywright(suite, here))]
}

/** A row of a table in which faults stand, with their number and the words of the first. */
export function failureOfRow(name: string, faults: string[]): string {
  return told([name, String(faults.length)], faults.join('\n'))
}

const shownLines = 14

function told(names: string[], why = '', what = 'Failed'): string {
  const lines = stripVTControlCharacters(why)
    .split('\n')
    .filter(line => line.trim() !== '')
  const cut = lines.slice(0, shownLines).map(line => `\n          ${line.slice(0, 600)}`)
  return `${what}: ${names.join(' › ')}${cut.join('')}`
}
