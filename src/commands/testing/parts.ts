import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runNode } from '#src/commands/child.ts'
import { dataFolder } from '#src/commands/embedded/folder.ts'
import { secretsIn } from '#src/commands/embedded/secrets.ts'
import { buildIfChanged } from '#src/commands/page-build.ts'
import { complain } from '#src/commands/terminal.ts'
import { runChaos } from './chaos.ts'
import { chromiumPath } from './chromium.ts'
import { installDebian, installed } from './equip.ts'
import { hasMailServers, installMailServers } from './mail-servers.ts'
import { installNuChecker, nuChecker } from './nu-checker.ts'
import { runPlans } from './plans.ts'
import { sum, type Tally, tallyOfPlaywright, tallyOfRows, tallyOfTool, tallyOfVitest } from './tally.ts'

type Part = (filters: string[]) => Promise<Tally>

/** The parts of `npm test` by their names, in the order in which they run: what fails soonest comes first. */
export const parts: Record<string, Part> = { types, lint, unused, unit, build, plans, e2e, chaos }

async function types() {
  // The types of what only Next knows (style sheets, routes) are made by Next.
  if (!existsSync('next-env.d.ts')) await runNode([next, 'typegen'])
  return tallyOfTool(await runNode(['node_modules/typescript/bin/tsc', '--noEmit']))
}

async function lint() {
  return tallyOfTool(await runNode(['node_modules/@biomejs/biome/bin/biome', 'check', '.']))
}

async function unused() {
  return tallyOfTool(await runNode(['node_modules/knip/bin/knip.js']))
}

async function unit(filters: string[]) {
  if (!installed('pgbouncer')) installDebian('pgbouncer')
  const report = freshReport('vitest.json')
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters]
  const tally = tallyOfVitest(report, await runNode(['node_modules/vitest/vitest.mjs', ...words]))
  return withRemark(tally, installed('pgbouncer') ? '' : 'PgBouncer is not installed: its part was NOT run.')
}

async function build() {
  try {
    await buildIfChanged(secretsIn(dataFolder()).actionsKey)
    return tallyOfTool(0)
  } catch (error) {
    complain(error)
    return tallyOfTool(1)
  }
}

/** Few tickets, and sequential scans made dear: what has no index shows all the same. At full size: `npm run scale:check`. */
async function plans(): Promise<Tally> {
  const report = freshReport('plans.json')
  return tallyOfRows(report, await runPlans(['--tickets', '15000', '--report', report]))
}

async function e2e(filters: string[]) {
  try {
    const chromium = await chromiumPath()
    if (!installed('w3m')) installDebian('w3m')
    if (missingForServers().length > 0) installDebian(...missingForServers())
    if (!hasMailServers()) installMailServers()
    if (!nuChecker()) installNuChecker()
    const tallies: Tally[] = []
    const rounds = filters.length === 0 ? everyRound() : [{ way: 'direct', chosen: filters } as const]
    for (const round of rounds) tallies.push(await journeys(round, chromium))
    return notRun().reduce(withRemark, sum(tallies))
  } catch (error) {
    complain(error)
    return tallyOfTool(1)
  }
}

/** What the tests in the browser could not do here. */
function notRun(): string[] {
  const missing = missingForServers().join(' and ')
  return [
    installed('w3m') ? '' : 'w3m is not installed: its journeys were NOT run.',
    missing && `No ${missing} is installed: the test of two servers was NOT run.`,
    hasMailServers()
      ? ''
      : 'Exim and Dovecot are not installed, or this is not root: the tests by mail were NOT run.',
    nuChecker() ? '' : 'Java or the Nu checker is not installed: its check was NOT run.',
  ]
}

const missingForServers = () => ['nginx', 'pgbouncer'].filter(name => !installed(name))

type Round = { way: 'direct' | 'pooled' | 'single'; chosen: string[] }

/**
 * Everything runs straight on the database; the main journey also through the pooler, and with one connection. Each round
 * has a desk of its own: what is weighed must be what the demo has, and not what other tests have added.
 */
function everyRound(): Round[] {
  const journey = ['tests/e2e/journey.spec.ts', '--project=without-scripts']
  return [
    { way: 'direct', chosen: ['--grep-invert', weighed] },
    { way: 'direct', chosen: ['--grep', weighed] },
    ...(installed('pgbouncer') ? [{ way: 'pooled' as const, chosen: journey }] : []),
    { way: 'single', chosen: journey },
  ]
}

const weighed = '@weighed'

async function journeys({ way, chosen }: Round, chromium: string): Promise<Tally> {
  const report = freshReport(`playwright-${way}.json`)
  const code = await runNode([playwright, 'test', '--reporter=line,json', ...chosen], {
    CHROMIUM_PATH: chromium,
    HOLDFAST_DATABASE_WAY: way,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secretsIn(dataFolder()).actionsKey,
  })
  return tallyOfPlaywright(report, code)
}

/** A short run whose faults are the same each time, and one whose faults nobody has seen before. */
async function chaos(): Promise<Tally> {
  if (!installed('pgbouncer')) installDebian('pgbouncer')
  const report = freshReport('chaos.json')
  const words = ['--submissions', '500', '--minutes', '1', '--report', report]
  const known = tallyOfRows(report, await runChaos([...words, '--seed', 'the-same-each-time']))
  rmSync(report, { force: true })
  return sum([known, tallyOfRows(report, await runChaos(words))])
}

const next = 'node_modules/next/dist/bin/next'
const playwright = 'node_modules/@playwright/test/cli.js'

function freshReport(name: string) {
  const file = join(dataFolder(), name)
  rmSync(file, { force: true })
  return file
}

function withRemark(tally: Tally, remark: string): Tally {
  return remark ? { ...tally, remarks: [...tally.remarks, remark] } : tally
}
