import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningCluster, startCluster } from '#src/commands/embedded/cluster.ts'
import { commandLine } from '#src/commands/setup/living.mjs'
import { directClient } from '#src/lib/db/direct.ts'

const parent = mkdtempSync(join(tmpdir(), 'holdfast cluster '))
const folder = join(parent, 'postgres')
const begin = () => startCluster({ folder, superuserPassword: 'a superuser of the test' })
let cluster: RunningCluster

beforeAll(async () => {
  chmodSync(parent, 0o755)
  cluster = await begin()
})

afterAll(async () => {
  await cluster.stop()
  rmSync(parent, { recursive: true })
})

test('The server listens for this machine only, and only with its password', async () => {
  expect(await ask(cluster, 'show listen_addresses')).toBe('127.0.0.1')
  const stranger = new URL(cluster.superuserUrl)
  stranger.password = 'guessed'
  await expect(directClient(stranger.href)`select 1`).rejects.toThrow(/password authentication failed/)
})

test('Nobody else can look into its files, and its password is not left lying about', () => {
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(existsSync(`${folder}.password`)).toBe(false)
})

test('What was written before kill -9 of the server is there after the next start, at the same port', async () => {
  await ask(cluster, 'create table kept as select 1 as one')
  const { port, server } = cluster
  const gone = once(server, 'exit')
  server.kill('SIGKILL')
  await gone
  cluster = await begin()
  expect(await ask(cluster, 'select one from kept')).toBe(1)
  expect(cluster.port).toBe(port)
})

test('A server that a killed command left behind is ended before the next one starts', async () => {
  const left = cluster.server.pid ?? 0
  cluster = await begin()
  expect(commandLine(left)).not.toContain(folder)
  expect(cluster.server.pid).not.toBe(left)
  expect(await ask(cluster, 'select one from kept')).toBe(1)
})

test('A note of a dead server whose number now belongs to another program is no obstacle', async () => {
  await cluster.stop()
  const note = join(folder, 'postmaster.pid')
  writeFileSync(note, `${process.pid}\n${folder}\n`)
  const owner = statSync(folder)
  spawnSync('chown', [`${owner.uid}:${owner.gid}`, note])
  cluster = await begin()
  expect(Number(readFileSync(note, 'utf8').split('\n')[0])).toBe(cluster.server.pid)
})

async function ask({ superuserUrl }: RunningCluster, question: string): Promise<unknown> {
  const sql = directClient(superuserUrl)
  try {
    const [row] = await sql.unsafe(question)
    return row && Object.values(row)[0]
  } finally {
    await sql.end()
  }
}
