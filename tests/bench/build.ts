import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, copySources } from '#tests/e2e/deploy/release.ts'

/** Where the page stands that the measured build has besides those of the product. */
export const emptyPath = '/empty'

/**
 * Builds the pages from a copy of the sources, with one more page: it says nothing, reads nothing, and is made for each
 * request like all the others. Resolves to the folder; a build that is there already is taken when nothing has changed. The sources
 * are those that stand here, or those of a commit, with the packages that are installed here.
 */
export async function buildWithEmptyPage(data: string, actionsKey: string, commit?: string): Promise<string> {
  const folder = join(data, commit ? `build-${commit.replace(/\W/g, '-')}` : 'build')
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder))
    if (name !== '.next') rmSync(join(folder, name), { recursive: true, force: true })
  copySources(folder)
  if (commit) takeSourcesOf(commit, folder)
  const page = join(folder, 'app', emptyPath)
  if (existsSync(page)) throw new Error(`The product has a page at ${emptyPath} by now`)
  mkdirSync(page)
  writeFileSync(join(page, 'page.tsx'), emptyPage)
  await build(folder, { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey })
  return folder
}

function takeSourcesOf(commit: string, folder: string): void {
  for (const name of ['app', 'actions', 'src', 'public'])
    rmSync(join(folder, name), { recursive: true, force: true })
  const most = { maxBuffer: 256 * 1024 * 1024 }
  execFileSync('tar', ['-x', '-C', folder], { input: execFileSync('git', ['archive', commit], most) })
}

// The layout round it waits for the request, so it is never made beforehand.
const emptyPage = `export default function Empty() {
  return <p>Nothing</p>
}
`
