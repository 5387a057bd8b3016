import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('A Node that is too old is told which one is needed, in one sentence, before anything else happens', () => {
  const { status, stderr } = check('>=99.1')
  expect(status).toBe(1)
  expect(stderr).toMatch(/^Holdfast needs Node 99\.1 or newer, and this is Node \d+\.\d+\.\d+\. .+\n$/)
})

test('A Node that is new enough goes on without a word', () => {
  const [major, minor] = process.versions.node.split('.')
  expect(check(`>=${major}.${minor}`)).toEqual({ status: 0, stderr: '' })
})

function check(engines: string) {
  const code = `(await import(process.cwd() + '/src/commands/setup/node-version.mjs')).requireNode('${engines}')`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  })
  return { status, stderr }
}
