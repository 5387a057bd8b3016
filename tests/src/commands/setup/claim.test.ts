import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claim, release } from '#src/commands/setup/claim.mjs'

let file: string
let holder: ChildProcess | undefined

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'holdfast claim ')), 'running.json')
})

afterEach(async () => {
  await ended(holder)
  rmSync(join(file, '..'), { recursive: true })
})

test('The first takes the claim, and a second learns who holds it', async () => {
  holder = await claimElsewhere(file)
  expect(claim(file)).toEqual({ pid: holder.pid })
})

test('Of many that begin at the same moment only one goes on', async () => {
  const others = Array.from({ length: 8 }, () => begin(file))
  const said = await Promise.all(others.map(other => once(other.stdout, 'data')))
  await Promise.all(others.map(ended))
  expect(said.filter(words => String(words).includes('taken'))).toHaveLength(1)
})

test('The claim of a process that was killed counts for nothing', async () => {
  holder = await claimElsewhere(file)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  expect(claim(file)).toBeUndefined()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid })
})

test('A claim whose number now belongs to another program counts for nothing', async () => {
  holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(holder, 'spawn')
  writeFileSync(file, JSON.stringify({ pid: holder.pid }))
  expect(claim(file)).toBeUndefined()
})

test('A claim with our own number from before a restart counts for nothing', () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, address: 'http://127.0.0.1:3000' }))
  expect(claim(file)).toBeUndefined()
})

test('A damaged claim counts for nothing', () => {
  writeFileSync(file, '{"pid":')
  expect(claim(file)).toBeUndefined()
})

test('Only the holder gives a claim back, and then nothing is left', async () => {
  holder = await claimElsewhere(file)
  release(file)
  expect(claim(file)).toEqual({ pid: holder.pid })
  await ended(holder)
  expect(claim(file)).toBeUndefined()
  release(file)
  expect(readdirSync(join(file, '..'))).toEqual([])
})

async function claimElsewhere(claimed: string) {
  const child = begin(claimed)
  await once(child.stdout, 'data')
  return child
}

/** A process that looks like a command of ours, tries to take the claim, says how it went, and stays. */
function begin(claimed: string) {
  const code = `
    const { claim } = await import(process.cwd() + '/src/commands/setup/claim.mjs')
    console.log(claim(process.argv[1]) ? 'refused' : 'taken')
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--input-type=module', '-e', code, claimed, 'src/commands/run.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function ended(child: ChildProcess | undefined) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
