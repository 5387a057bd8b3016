import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '#src/commands/embedded/port.ts'
import { commandLine } from '#src/commands/setup/living.mjs'
import { makeRunFolder, removeRunFolder } from '#tests/support/run-folder.ts'

// Desks of their own beside the one of the run. Their pages are built already, and each has a new data folder.
test.describe.configure({ mode: 'serial' })

let folder: string
type Settings = Record<string, string | undefined>

let settings: Settings
let address: string

test.beforeAll(async () => {
  folder = await makeRunFolder()
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  const ofTheRun = {
    DATABASE_URL: undefined,
    DATABASE_URL_DIRECT: undefined,
    BETTER_AUTH_SECRET: undefined,
    BETTER_AUTH_URL: undefined,
  }
  settings = { ...ofTheRun, PORT: String(port), HOLDFAST_DATA: folder }
})

test.afterAll(() => removeRunFolder(folder))

test('A desk opens from nothing, a second start leaves it alone and says where it is, and it ends well', async () => {
  const desk = start()
  await desk.says('Holdfast is open at')
  expect(desk.said()).toContain(address)
  expect((await fetch(`${address}/health`)).status).toBe(200)

  const second = start()
  expect(await second.code).toBe(1)
  expect(second.said()).toContain(`already running at ${address} (process ${desk.process.pid})`)
  expect((await fetch(`${address}/health`)).status).toBe(200)

  desk.process.kill('SIGINT')
  expect(await desk.code).toBe(0)
  expect(databaseRuns()).toBe(false)
  expect(existsSync(join(folder, 'running.json'))).toBe(false)
  await expect(fetch(address)).rejects.toThrow()
})

test('Its secrets are made once, and only its owner can read them', async () => {
  const file = join(folder, 'secrets.json')
  const before = readFileSync(file, 'utf8')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const desk = start()
  await desk.says('Holdfast is open at')
  expect(readFileSync(file, 'utf8')).toBe(before)
  desk.process.kill('SIGTERM')
  expect(await desk.code).toBe(0)
})

test('After kill -9 nothing serves any more, and the next start goes on as if it had been stopped', async () => {
  const killed = start()
  await killed.says('Holdfast is open at')
  killed.process.kill('SIGKILL')
  await killed.code
  const desk = start()
  await desk.says('Holdfast is open at')
  expect((await fetch(`${address}/health`)).status).toBe(200)
  desk.process.kill('SIGTERM')
  expect(await desk.code).toBe(0)
  expect(databaseRuns()).toBe(false)
})

test('A port that another program uses is named, with the way to choose another', async () => {
  const desk = start({ PORT: new URL(process.env.HOLDFAST_DESK_ADDRESS ?? '').port })
  expect(await desk.code).toBe(1)
  expect(desk.said()).toMatch(/Port \d+ of 127\.0\.0\.1 cannot be used: .+ PORT=\d+ npm start/)
})

test('With a database of its own it makes no demo, and names what is missing', async () => {
  const desk = start({ DATABASE_URL: process.env.DATABASE_URL })
  expect(await desk.code).toBe(1)
  expect(desk.said()).toMatch(/BETTER_AUTH_SECRET is missing: .+\. The setting BETTER_AUTH_URL is missing: /)
})

function start(more: Settings = {}) {
  const child: ChildProcess = spawn(process.execPath, ['src/commands/run.mjs', 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...settings, ...more },
  })
  let text = ''
  child.stdout?.on('data', chunk => (text += chunk))
  child.stderr?.on('data', chunk => (text += chunk))
  const code = once(child, 'exit').then(([ended]) => ended)
  const says = (words: string) => expect.poll(() => text, { timeout: 40_000 }).toContain(words)
  return { process: child, code, says, said: () => text }
}

function databaseRuns() {
  const note = join(folder, 'postgres', 'postmaster.pid')
  const pid = existsSync(note) ? Number(readFileSync(note, 'utf8').split('\n')[0]) : 0
  return commandLine(pid).includes(folder)
}
