import { openSync, readSync, statSync } from 'node:fs'
import { directClient } from '#src/lib/db/direct.ts'
import type { Statement } from '#src/lib/db/statement.ts'
import type { Desk } from './desk.ts'
import { posted } from './load.ts'
import { givenTo, transactionsIn } from './recorded.ts'
import type { Ticket } from './replay.ts'
import { type Server, serveBuild } from './server.ts'
import { type Writer, writersAt } from './writers.ts'

/** A transaction as one post of a form made it, and the ticket that it was about. */
export type Recording = { statements: Statement[]; recorded: Ticket }

/** Sends each form once to a server whose statements Postgres writes into its log, and reads them there. */
export async function recordWrites(
  build: string,
  desk: Desk,
  ticket: Ticket,
): Promise<Map<string, Recording>> {
  const superuser = directClient(desk.superuserUrl)
  const role = new URL(desk.settings.DATABASE_URL).username
  await superuser.unsafe(`alter role ${role} set log_statement = 'all'`)
  const server = await serveBuild(build, desk.settings)
  try {
    const recordings = new Map<string, Recording>()
    for (const writer of await writersAt(server, desk))
      recordings.set(writer.form, await recorded(server, desk, writer, ticket))
    return recordings
  } finally {
    await server.stop()
    await superuser.unsafe(`alter role ${role} reset log_statement`)
    await superuser.end()
  }
}

async function recorded(server: Server, desk: Desk, writer: Writer, ticket: Ticket): Promise<Recording> {
  const from = statSync(desk.log).size
  await posted(server.address, [await writer.ready(ticket), await writer.ready(ticket)], {
    amount: 1,
    connections: 1,
  })
  const all = transactionsIn(since(desk.log, from))
  const statements = all.find(transaction =>
    transaction.some(({ parameters }) => parameters.includes(writer.form)),
  )
  const told = statements?.find(statement => givenTo(statement, 'ticket_messages', 'ticket_id') !== undefined)
  if (!statements || !told)
    throw new Error(`What ${writer.form} sends to the database could not be read in its log`)
  const id = told.parameters[givenTo(told, 'ticket_messages', 'ticket_id') ?? 0]
  return { statements, recorded: { id: String(id), reference: ticket.reference } }
}

function since(file: string, from: number): string {
  const bytes = Buffer.alloc(statSync(file).size - from)
  readSync(openSync(file, 'r'), bytes, 0, bytes.length, from)
  return bytes.toString()
}
