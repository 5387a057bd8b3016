import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from '#src/commands/terminal.ts'
import { installDebian, installed } from './equip.ts'

const folder = 'tests/e2e/checklist/nu-checker'
const jar = `${folder}/node_modules/vnu-jar/build/dist/vnu.jar`

/** What runs the Nu checker: a Java and the checker itself; undefined where one of them is missing. */
export function nuChecker(): { java: string; jar: string } | undefined {
  const java = installed('java')
  return java && existsSync(jar) ? { java, jar } : undefined
}

/**
 * Installs both where that is possible. The package stands in a lock file of its own, because its 32 MB are of no use to
 * whoever only starts a desk, and its install script, which would download a Java, is not run.
 */
export function installNuChecker() {
  if (!installed('java')) installDebian('default-jre-headless')
  if (existsSync(jar)) return
  say('Installing the Nu checker ...')
  spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
