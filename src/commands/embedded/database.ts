import { join } from 'node:path'
import postgres from 'postgres'
import type { Addresses } from '#src/commands/database/addresses.ts'
import type { Endings } from '#src/commands/lifetime.ts'
import { startCluster } from './cluster.ts'
import { dataFolder } from './folder.ts'
import { addressesOf } from './remembered.ts'
import { secretsIn } from './secrets.ts'

/** Starts the embedded PostgreSQL of the data folder, with an owner who is no superuser and a database for it. */
export async function startEmbeddedDatabase(endings: Endings): Promise<Addresses> {
  const folder = dataFolder()
  const secrets = secretsIn(folder)
  const { superuserPassword, ownerPassword } = secrets
  const cluster = await startCluster({ folder: join(folder, 'postgres'), superuserPassword })
  endings.add(cluster.stop)
  cluster.server.once('exit', () => endings.fail(new Error('The embedded PostgreSQL has ended by itself.')))
  await prepareOwner(cluster.superuserUrl, ownerPassword)
  return addressesOf(cluster.port, secrets)
}

async function prepareOwner(superuserUrl: string, ownerPassword: string) {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined })
  try {
    const [owner] = await sql`select 1 from pg_roles where rolname = 'holdfast_owner'`
    if (!owner) await sql.unsafe(`create role holdfast_owner login createrole password '${ownerPassword}'`)
    const [database] = await sql`select 1 from pg_database where datname = 'holdfast'`
    if (!database) await sql.unsafe('create database holdfast owner holdfast_owner')
  } finally {
    await sql.end()
  }
}
