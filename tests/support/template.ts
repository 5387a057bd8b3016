import { directClient } from '#src/lib/db/direct.ts'
import { migrate } from '#src/lib/db/migrate.ts'
import { prepareRoles } from '#src/lib/db/roles.ts'

export const template = 'holdfast_template'
const owner = { name: 'holdfast_owner', password: 'owner' }
const app = { name: 'holdfast_app', password: 'app' }

/** For a pooler, which signs its clients in itself. */
export const appPasswords = { [app.name]: app.password }

/** The same server as `url`, as the owner of the tables. */
export const asOwner = (url: string, database: string) => addressed(url, database, owner)

/** The same server as `url`, as the role that serves. */
export const asApp = (url: string, database: string) => addressed(url, database, app)

/** Migrates one database with the real roles; test files get clones of it. */
export async function prepareTemplate(superuserUrl: string): Promise<void> {
  const superuser = directClient(superuserUrl)
  await superuser.unsafe(`create role ${owner.name} login createrole password '${owner.password}'`)
  await superuser.unsafe(`create database ${template} owner ${owner.name}`)
  await superuser.end()
  await migrate(asOwner(superuserUrl, template))
  const client = directClient(asOwner(superuserUrl, template))
  await prepareRoles(client, asApp(superuserUrl, template))
  await client.end()
}

/** A fresh copy of the template, and the way to drop it again. */
export async function cloneTemplate(superuserUrl: string, name: string): Promise<() => Promise<void>> {
  await once(superuserUrl, `create database ${name} template ${template} owner ${owner.name}`)
  return () => once(superuserUrl, `drop database if exists ${name} with (force)`)
}

async function once(url: string, statement: string): Promise<void> {
  const client = directClient(url)
  await client.unsafe(statement)
  await client.end()
}

function addressed(url: string, database: string, role: { name: string; password: string }): string {
  const at = new URL(url)
  at.username = role.name
  at.password = role.password
  at.pathname = `/${database}`
  return at.href
}

/** The name of the database that an address leads to. */
export const databaseOf = (url: string) => new URL(url).pathname.slice(1)
