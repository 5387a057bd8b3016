import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { dataFolder, isRoot } from '#src/commands/embedded/folder.ts'

const parent = mkdtempSync(join(tmpdir(), 'holdfast folder '))

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(parent, { recursive: true })
})

test('A folder within a folder that is not there yet is closed to others, and open on its way to the database', () => {
  vi.stubEnv('HOLDFAST_DATA', join(parent, 'data', 'second'))
  const folder = dataFolder()
  const modes = [folder, dirname(folder)].map(made => statSync(made).mode & 0o777)
  expect(modes).toEqual(isRoot ? [0o711, 0o711] : [0o700, 0o700])
  expect(statSync(parent).mode & 0o777).toBe(0o700)
})
