import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  sum,
  tallyOfPlaywright,
  tallyOfRows,
  tallyOfTool,
  tallyOfVitest,
} from '#src/commands/testing/tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-tally-'))

test('A tool counts as one test, which passes when the tool does', () => {
  expect(tallyOfTool(0)).toMatchObject({ passed: 1, failed: 0 })
  expect(tallyOfTool(2)).toMatchObject({ passed: 0, failed: 1 })
  expect(tallyOfTool(null)).toMatchObject({ passed: 0, failed: 1 })
})

test('Vitest is counted by its report', () => {
  expect(tallyOfVitest(vitest({ numPassedTests: 40, numFailedTests: 2 }), 1)).toMatchObject({
    passed: 40,
    failed: 2,
  })
})

test('A test file that could not be loaded is a failed test', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(tallyOfVitest(vitest({ numPassedTests: 3, testResults }), 1)).toMatchObject({ passed: 3, failed: 1 })
})

test('A skipped test has not passed, and the summary says so', () => {
  const tally = tallyOfVitest(vitest({ numPassedTests: 3, numPendingTests: 2 }), 0)
  expect(tally).toEqual({ passed: 3, failed: 2, remarks: ['2 tests were skipped, which counts as failed.'] })
})

test('A run that crashed counts as failed: without a report, with half of one, and with a good one', () => {
  expect(tallyOfVitest(join(folder, 'none.json'), 1)).toMatchObject({ passed: 0, failed: 1 })
  expect(tallyOfVitest(written('{"numPassedTests": 3'), 1)).toMatchObject({ passed: 0, failed: 1 })
  expect(tallyOfVitest(vitest({ numPassedTests: 3 }), 1)).toMatchObject({ passed: 3, failed: 1 })
  expect(tallyOfVitest(vitest({ numPassedTests: 3 }), null)).toMatchObject({ passed: 3, failed: 1 })
})

test('A chaos run has a test for each row that must be zero', () => {
  const rows = { 'text lost': [], 'not exactly once': ['of 3', 'of 7'], 'left waiting': [] }
  expect(tallyOfRows(written(JSON.stringify(rows)), 1)).toMatchObject({ passed: 2, failed: 1 })
  expect(tallyOfRows(written('{"text lost": []}'), 1)).toMatchObject({ passed: 1, failed: 1 })
  expect(tallyOfRows(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
})

test('A browser test that passed only at its second try has passed, and is named with why it did not at once', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 1, skipped: 0 }
  const results = [{ errors: [{ message: 'The page did not close' }] }, { errors: [] }]
  const specs = [{ title: 'it is sent once', tests: [{ status: 'flaky', projectName: 'once', results }] }]
  const suites = [{ title: 'x.spec.ts', specs }]
  expect(tallyOfPlaywright(written(JSON.stringify({ stats, errors: [], suites })), 0)).toEqual({
    passed: 6,
    failed: 0,
    remarks: [
      'Passed only at its second try: once › x.spec.ts › it is sent once\n          The page did not close',
    ],
  })
})

test('A failed browser test is named with its project, its groups and the first words of why', () => {
  const failed = {
    title: 'it is done once',
    tests: [
      { status: 'expected', projectName: 'once', results: [{ errors: [] }] },
      {
        status: 'unexpected',
        projectName: 'every-form',
        results: [{ errors: [{ message: '\u001b[31mError:\u001b[39m Expected 1\n\nReceived 2' }] }],
      },
    ],
  }
  const file = { title: 'x.spec.ts', specs: [], suites: [{ title: 'without scripts', specs: [failed] }] }
  const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }
  expect(
    tallyOfPlaywright(written(JSON.stringify({ stats, errors: [], suites: [file] })), 1).remarks,
  ).toEqual([
    'Failed: every-form › x.spec.ts › without scripts › it is done once\n          Error: Expected 1\n          Received 2',
  ])
})

test('A failed test of Vitest is named, and so is a row of the chaos run', () => {
  const testResults = [
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [
        { fullName: 'It holds', status: 'failed', failureMessages: ['It broke'] },
        { fullName: 'It stands', status: 'passed', failureMessages: [] },
      ],
    },
  ]
  expect(tallyOfVitest(vitest({ numFailedTests: 1, numPassedTests: 1, testResults }), 1).remarks).toEqual([
    'Failed: a.test.ts › It holds\n          It broke',
  ])
  const lost = ['\ntext lost: submission 7 tickets/reply\n  the page of 7', 'text lost: submission 9']
  const report = written(JSON.stringify({ 'text lost': lost, 'left waiting': [] }))
  expect(tallyOfRows(report, 1).remarks).toEqual([
    `Failed: text lost › 2
          text lost: submission 7 tickets/reply
            the page of 7
          text lost: submission 9`,
  ])
})

test('A browser run whose desk did not open has failed', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  const report = written(JSON.stringify({ stats, errors: [{ message: 'The desk did not open' }] }))
  expect(tallyOfPlaywright(report, 1)).toMatchObject({ passed: 0, failed: 1 })
})

test('The sum counts all parts and keeps what was said about them', () => {
  const parts = [
    tallyOfTool(0),
    tallyOfTool(1),
    { passed: 7, failed: 1, remarks: ['Something was not run.'] },
  ]
  expect(sum(parts)).toEqual({ passed: 8, failed: 2, remarks: ['Something was not run.'] })
})

function vitest(counts: Record<string, unknown>) {
  const nothing = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
  }
  return written(JSON.stringify({ ...nothing, ...counts }))
}

function written(text: string) {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, text)
  return file
}
