import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#src/lib/db/client.ts'
import { directClient } from '#src/lib/db/direct.ts'
import { prepareRoles } from '#src/lib/db/roles.ts'
import { superuser } from '#tests/support/outside.ts'

const ownerUrl = process.env.DATABASE_URL_DIRECT ?? ''
const another = (name: string) => {
  const at = new URL(ownerUrl)
  at.username = name
  at.password = "it's a secret"
  return at.href
}

test('The role that serves has limits on its statements, locks and idle transactions in every session', async () => {
  const [limits] = await db.execute(sql`
    select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`)
  expect(limits).toEqual({ statement: '8s', lock: '2s', idle: '10s' })
})

test('The role that serves owns nothing and is no superuser', async () => {
  const rows = await db.execute(sql`
    select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)`)
  expect(rows).toEqual([])
  const [me] = await db.execute(sql`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles
    where rolname = current_user`)
  expect(me).toEqual({ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false })
})

test('Roles are prepared by an owner who is no superuser, as often as one likes, with any password', async () => {
  const name = `serves_${process.pid}`
  const owner = directClient(ownerUrl)
  await prepareRoles(owner, another(name))
  await prepareRoles(owner, another(name))
  const app = directClient(another(name))
  expect(await app`select count(*)::int as count from tickets`).toEqual([{ count: 0 }])
  expect(await app`select count(*) > 0 as readable from drizzle.__drizzle_migrations`).toEqual([
    { readable: true },
  ])
  await app.end()
  await owner.unsafe('create table later (id int)')
  const [allowed] = await owner`select has_table_privilege(${name}, 'later', 'select, insert') as yes`
  expect(allowed?.yes).toBe(true)
  await owner.end()
  const outside = superuser()
  await outside.unsafe(`drop table later; drop owned by "${name}"; drop role "${name}"`)
  await outside.end()
})

test('One role for both addresses is refused in a sentence', async () => {
  const owner = directClient(ownerUrl)
  await expect(prepareRoles(owner, ownerUrl)).rejects.toThrow('name the same role')
  await owner.end()
})
