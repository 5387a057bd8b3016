import { defineConfig } from '@playwright/test'
import { installed } from './src/commands/testing/equip.ts'
import { hasMailServers } from './src/commands/testing/mail-servers.ts'

// A browser of a distribution, in a container as well: no sandbox of its own, and nothing that calls home.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

// Journeys run with scripts, without, and with scripts forbidden by the page; every other file runs once.
const journeys = '**/*journey.spec.ts'
const everyForm = '**/every-form/*.spec.ts'
const weights = '**/weights.spec.ts'
// `npm test` says that it was not run where one of these programs is missing.
const twoServers = installed('nginx') && installed('pgbouncer') ? [] : ['**/two-servers.spec.ts']
const byMail = hasMailServers() ? [] : ['**/{by-mail,mail-loops,mail-burst}.spec.ts']

export default defineConfig({
  testDir: 'tests/e2e',
  // It lets tests use verbs of the server, to make what a page is about.
  tsconfig: 'tests/e2e/tsconfig.json',
  outputDir: 'test-results',
  // What assistive technology is told of a page is the same on every system.
  snapshotPathTemplate: '{testDir}/checklist/outlines/{arg}{ext}',
  globalSetup: './tests/e2e/desk/open-desk.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // The browser itself does not always do what it is told. What passed only at a second try is named at the end of the run
  // (src/commands/testing/tally.ts), so that nobody takes a race of ours for one of the browser's.
  retries: 1,
  // Long enough for a machine that stalls for a while; what is there sooner is not waited for.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'line',
  use: {
    browserName: 'chromium',
    // The desk is opened on a free port after this file is first read, and its address handed over here.
    baseURL: process.env.HOLDFAST_DESK_ADDRESS,
    launchOptions: { executablePath, args },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    // A recording of each test costs a fifth of the time; `npm test -- e2e <file> --trace on` makes one when it is wanted.
    trace: 'off',
  },
  projects: [
    { name: 'once', testIgnore: [journeys, everyForm, weights, ...twoServers, ...byMail] },
    { name: 'with-scripts', testMatch: journeys },
    { name: 'without-scripts', testMatch: journeys, use: { javaScriptEnabled: false } },
    {
      // lite-mode-csp-none: every journey again on pages that forbid scripts by their policy.
      name: 'csp-none',
      testMatch: journeys,
      use: { baseURL: process.env.HOLDFAST_SCRIPTLESS_ADDRESS },
    },
    // The same journeys again by the keys of a text browser, where it is installed.
    ...(installed('w3m') && installed('script')
      ? [{ name: 'text-browser', testMatch: '**/journeys/*.journey.spec.ts' }]
      : []),
    // Hundreds of short tests, after the journeys, because they fill everybody's lists.
    { name: 'every-form', testMatch: everyForm },
    // On a desk of its own, because it weighs what the demo has, and fills the lists with fifty tickets more: see `e2e` in
    // src/commands/testing/parts.ts.
    { name: 'weights', testMatch: weights },
  ],
})
