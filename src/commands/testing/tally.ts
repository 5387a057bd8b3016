import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  failureOfRow,
  failuresOfPlaywright,
  failuresOfVitest,
  playwrightSuite,
  vitestFiles,
} from './failures.ts'

/** How many tests of one part passed, how many did not, and what must be said about it: first of all what failed. */
export type Tally = { passed: number; failed: number; remarks: string[] }

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: vitestFiles,
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
  suites: z.array(playwrightSuite).default([]),
})

const rowsReport = z.record(z.string(), z.array(z.string()))

/** A tool that only passes or fails counts as one test. */
export function tallyOfTool(code: number | null): Tally {
  return code === 0 ? { passed: 1, failed: 0, remarks: [] } : { passed: 0, failed: 1, remarks: [] }
}

/** What Vitest's JSON report counts. A file that could not be loaded is a failed test, and so is a skipped one. */
export function tallyOfVitest(report: string, code: number | null): Tally {
  const found = read(report, vitestReport)
  if (!found) return crashed
  const skipped = found.numPendingTests + found.numTodoTests
  const notLoaded = found.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const tally = withCode(found.numPassedTests, found.numFailedTests + notLoaded, skipped, code)
  return withRemarks(tally, failuresOfVitest(found.testResults))
}

/** What Playwright's JSON report counts. A test that passed only at a second try has passed, and is named. */
export function tallyOfPlaywright(report: string, code: number | null): Tally {
  const found = read(report, playwrightReport)
  if (!found) return crashed
  const { expected, unexpected, flaky, skipped } = found.stats
  const tally = withCode(expected + flaky, unexpected + found.errors.length, skipped, code)
  return withRemarks(
    tally,
    found.suites.flatMap(suite => failuresOfPlaywright(suite)),
  )
}

/** What a run found wrong, row by row: each row is a test, which passes when nothing stands in it. */
export function tallyOfRows(report: string, code: number | null): Tally {
  const found = read(report, rowsReport)
  if (!found) return crashed
  const rows = Object.entries(found)
  const broken = rows.filter(([, faults]) => faults.length > 0)
  const tally = withCode(rows.length - broken.length, broken.length, 0, code)
  return withRemarks(
    tally,
    broken.map(([name, faults]) => failureOfRow(name, faults)),
  )
}

/** The sum of several tallies. */
export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    remarks: tallies.flatMap(({ remarks }) => remarks),
  }
}

const crashed: Tally = { passed: 0, failed: 1, remarks: ['It ended without a report.'] }

function withCode(passed: number, failed: number, skipped: number, code: number | null): Tally {
  const remarks = skipped > 0 ? [`${skipped} tests were skipped, which counts as failed.`] : []
  const all = failed + skipped
  if (code === 0 || all > 0) return { passed, failed: all, remarks }
  return { passed, failed: 1, remarks: ['It ended with a fault although no test failed.'] }
}

function withRemarks(tally: Tally, more: string[]): Tally {
  return { ...tally, remarks: [...tally.remarks, ...more] }
}

function read<T extends z.ZodType>(file: string, shape: T): z.output<T> | undefined {
  if (!existsSync(file)) return undefined
  const found = z.preprocess(parsed, shape).safeParse(readFileSync(file, 'utf8'))
  return found.success ? found.data : undefined
}

/** What a tool wrote before it crashed may end in the middle. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}
