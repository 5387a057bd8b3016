import type postgres from 'postgres'
import { dice } from '#src/demo/dice.ts'
import type { Ledger } from '#src/demo/ledger.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import { searchDocuments } from '#src/lib/db/tables/search.ts'
import { type SlaTargets, ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import type { Priority } from '#src/tickets/status.ts'
import { whileBare } from './bare-tables.ts'
import { bookingOf, castTicket } from './cast-ticket.ts'
import { copyRows } from './copy-rows.ts'
import { crowdFor, customerId } from './crowd.ts'
import { documentMoulds } from './document-moulds.ts'
import { mouldsOf, youngShare } from './moulds.ts'

/** How many tickets are cast before they are sent. */
const load = 5000
const years = 10
const day = 86_400_000

type Filling = {
  tickets: number
  now: Date
  targets: Record<Priority, SlaTargets>
  /** Told after each load how many tickets are in. */
  progress: (done: number) => void
  /** Told what was made after them: indexes, keys, figures for the planner. */
  made?: (part: string) => void
}

/**
 * Fills a desk that has the demo with so many more tickets of ten years, some five messages each, by COPY and in the
 * order of time, as it would have grown. `sql` is a connection of the role that owns the tables. All of it is one
 * transaction, and nobody can use the desk meanwhile: what is broken off has written nothing.
 */
export async function fill(sql: postgres.Sql, { tickets: count, now, targets, progress, made }: Filling) {
  const crowd = crowdFor(count, new Date(now.getTime() - years * 365 * day))
  const moulds = mouldsOf({ now, targets })
  const throws = dice('scale')
  await sql.begin(async tx => {
    await tx`set local maintenance_work_mem = '1GB'`
    await copyRows(tx, teams, crowd.teams)
    await copyRows(tx, user, crowd.people)
    await copyRows(tx, agents, crowd.agents)
    const documents = await documentMoulds(tx, moulds.all)
    await tx`alter table ticket_messages disable trigger message_found`
    await whileBare(tx, [tickets, ticketMessages, ticketEvents, searchDocuments], {
      told: part => made?.(part),
      work: async () => {
        for (let done = 0; done < count; done += load) {
          const cast = Array.from({ length: Math.min(load, count - done) }, (_, index) =>
            castOne(done + index),
          )
          await copyRows(
            tx,
            tickets,
            each(cast, ({ ledger }) => [ledger.ticket]),
          )
          await copyRows(
            tx,
            ticketMessages,
            each(cast, ({ ledger }) => ledger.messages),
          )
          await copyRows(
            tx,
            ticketEvents,
            each(cast, ({ ledger }) => ledger.events),
          )
          await copyRows(tx, searchDocuments, each(cast, documentsOf))
          progress(done + cast.length)
        }
      },
    })
    await tx`alter table ticket_messages enable trigger message_found`
    await tx`insert into search_vocabulary (word)
      select distinct word from jsonb_array_elements_text(${JSON.stringify([...documents.learned()])}::text::jsonb) as word
      where length(word) between 4 and 24 and word !~ '[0-9]' on conflict do nothing`
    await tx`insert into search_stemmers (name)
      select distinct search_stemmer(language) from (select distinct language from ticket_messages) as spoken
      where search_stemmer(language) is not null on conflict do nothing`

    function* documentsOf({ ledger, mould, customer, number }: CastTicket) {
      const booking = bookingOf(number)
      for (const [place, { id, ticketId, isInternal, createdAt }] of ledger.messages.entries()) {
        const of = mould.messages[place]?.id ?? ''
        const words = documents.wordsOf(of, { customer, booking, at: createdAt })
        yield { messageId: id, ticketId, isInternal, at: createdAt, words }
      }
    }
  })
  await sql`vacuum (analyze)`
  made?.('figures for the planner')

  function castOne(number: number): CastTicket {
    const left = 1 - number / count
    const mould = moulds.pick(throws, left <= youngShare)
    const customer = crowd.requester(throws)
    const daysBack = mould.ticket.status === 'closed' ? daysBefore(mould, left) : 0
    const requester = customerId(customer)
    return {
      number,
      mould,
      customer,
      ledger: castTicket(mould, { number, daysBack, requester, crowd, dice: throws }),
    }
  }

  /** The desk has more to do every year. What took long began long ago, so that nothing of it is still to come. */
  function daysBefore({ ticket }: Ledger, left: number): number {
    const wanted = Math.floor(left ** 1.3 * years * 365 + throws.fraction() * 3)
    return Math.max(wanted, Math.ceil((ticket.updatedAt.getTime() - now.getTime()) / day))
  }
}

type CastTicket = { number: number; mould: Ledger; customer: number; ledger: Ledger }

function* each<Row>(cast: CastTicket[], rows: (one: CastTicket) => Iterable<Row>): Iterable<Row> {
  for (const one of cast) yield* rows(one)
}
