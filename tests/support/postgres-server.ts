import { join } from 'node:path'
import { type RunningCluster, startCluster } from '#src/commands/embedded/cluster.ts'

/** Starts a real Postgres on a free port, with its files in `folder`: the one that `npm start` brings. */
export function startPostgres(folder: string, more: string[] = []): Promise<RunningCluster> {
  return startCluster({
    folder: clusterIn(folder),
    superuserPassword: 'superuser',
    settings: [...settings, ...more],
  })
}

/** Where `startPostgres` keeps the files. */
export const clusterIn = (folder: string) => join(folder, 'postgres')

// Nothing here outlives the run, so nothing waits for the disk.
const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=200']
