import { freePort } from '#src/commands/embedded/port.ts'
import { openOwnDatabase } from '#tests/e2e/desk/own-database.ts'
import { Server } from '#tests/e2e/two-servers/server.ts'
import { authServer } from './exim.ts'
import type { Mailbox } from './office.ts'
import { openPostOffice } from './open.ts'

export type DeskByMail = Awaited<ReturnType<typeof openDeskByMail>>

/** The mailbox that a desk reads, and sends from. */
export const support: Mailbox = { address: 'support@desk.test', password: 'the-desk', folder: 'support' }

/** A desk with its worker and the demo, and the mail servers by which it writes to and hears from these mailboxes. */
export async function openDeskByMail(mailboxes: Mailbox[]) {
  const office = await openPostOffice([support, ...mailboxes])
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const own = await openOwnDatabase(address)
  const secret = crypto.randomUUID()
  const { database } = own
  const [clock] = await database<{ now: Date }[]>`select now()`
  const server = new Server(port, {
    ...own.settings,
    ...office.trust,
    SMTP_URL: office.smtpUrl(support.address, 'secure'),
    IMAP_URL: office.imapUrl(support.address, 'plain'),
    MAIL_FROM: `Kelp Bay <${support.address}>`,
    MAIL_REPLY_ADDRESS: support.address,
    MAIL_AUTH_SERVER: authServer,
    CRON_SECRET: secret,
  })
  await server.start()
  const work = async () => {
    const { status } = await fetch(`${address}/api/work`, { headers: { authorization: `Bearer ${secret}` } })
    if (status !== 200) throw new Error(`The work that is due was not done: ${status}`)
  }
  return {
    address,
    office,
    database,
    /** Before this only the demo was written down. */
    since: clock?.now ?? new Date(),
    /** Has everything done that is due, and lets the minute go by for which news wait to be told together. */
    hurry: async () => {
      await work()
      await database`update news_deliveries set ready_at = now() where told_at is null`
      await work()
    },
    close: async () => {
      await server.end()
      await own.close()
      await office.close()
    },
  }
}

/** As an agent may choose: of the times of their other tickets they are told nothing, so that a mail is about one alone. */
export async function tellNothingOfTimes({ database }: DeskByMail, { userId }: { userId: string }) {
  await database`
    insert into news_choices (user_id, "off") values (${userId}, '{times}')
    on conflict (user_id) do update set "off" = excluded."off"`
}

/** What is written down about a ticket: how it stands, what happened, and which mails were ordered. */
export async function ledgerOf({ database }: DeskByMail, reference: string) {
  const plain = reference.replace('-', '')
  const [ticket] = await database<{ id: string; status: string; channel: string; follows: string | null }[]>`
    select id, status, channel, follow_up_of_id as follows from tickets where reference = ${plain}`
  if (!ticket) throw new Error(`There is no ticket ${reference}`)
  const events = await database<{ kind: string }[]>`
    select kind from ticket_events where ticket_id = ${ticket.id} order by seq`
  const mails = await database<{ kind: string; to: string }[]>`
    select kind, to_address as to from mail_orders where ticket_id = ${ticket.id} order by created_at`
  const messages = await database<{ body: string; internal: boolean }[]>`
    select body, is_internal as internal from ticket_messages where ticket_id = ${ticket.id} order by created_at`
  return { ticket, events: events.map(({ kind }) => kind), mails, messages }
}
