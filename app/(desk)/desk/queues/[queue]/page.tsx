import { takeNext } from '#actions/tickets/take-next.ts'
import { AsOf } from '#app/as-of.tsx'
import { agentPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { NoSuchPage } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { expectForm } from '#src/lib/forms/kept.ts'
import { pageVersion } from '#src/lib/http/page-version.ts'
import { assignableAgents, teamsInUse } from '#src/tickets/desk-queries.ts'
import { filterQuery, queueFilters } from '#src/tickets/filters.ts'
import { isQueueName, queueWords } from '#src/tickets/queue-names.ts'
import { mostLooked, queuePage } from '#src/tickets/queue-queries.ts'
import { Empty } from '#src/ui/empty.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { Pagination } from '#src/ui/pagination.tsx'
import { Filters } from './filters.tsx'
import { TicketTable } from './ticket-table.tsx'

const many = mostLooked.toLocaleString('en')

export default agentPage('/desk/queues/[queue]', async ({ agent, params, query }) => {
  const queue = params.queue
  if (!isQueueName(queue)) return <NoSuchPage reader={agent} />
  expectForm(agent.userId, 'tickets.take-next')
  const asked = await query
  const after = typeof asked.after === 'string' ? asked.after : undefined
  const filters = queueFilters.parse(asked)
  const [page, people, teams] = await Promise.all([
    queuePage(db, agent, queue, filters, after),
    assignableAgents(db),
    teamsInUse(db),
  ])
  const { name, meaning } = queueWords[queue]
  const here = `/desk/queues/${queue}`
  const now = new Date()
  const version = pageVersion(page.rows)
  return (
    <Shell
      reader={agent}
      trail={[{ href: '/desk', words: 'The desk' }]}
      here={name}
      notice={await noticeFrom(query, version)}
    >
      <div className="head">
        <div>
          <h1>{name}</h1>
          <p>{meaning}</p>
          <AsOf at={now} version={version} again={here + filterQuery(filters, after, version)} />
        </div>
        <SignedForm
          name="tickets.take-next"
          action={takeNext}
          person={agent.userId}
          title={`${name} – The desk – Holdfast`}
          hidden={{ queue }}
        >
          <button type="submit">Take the next ticket</button>
        </SignedForm>
      </div>
      <Filters action={here} filters={filters} people={people} teams={teams} />
      {page.rows.length > 0 ? (
        <TicketTable
          caption={`${name}: what is late first, then the nearest due time`}
          queue={queue}
          rows={page.rows}
          now={now}
        />
      ) : (
        <Empty>
          <p>
            {page.onlyLooked
              ? `No ticket fits among the next ${many} of this queue. There are more behind them.`
              : 'No ticket in this queue fits.'}
          </p>
        </Empty>
      )}
      <Pagination
        label="Pages of tickets"
        first={
          page.first ? undefined : { href: here + filterQuery(filters), words: 'Back to the first page' }
        }
        next={
          page.next
            ? {
                href: here + filterQuery(filters, page.next),
                words: page.onlyLooked ? `Look through the next ${many} tickets` : 'Next 50 tickets',
              }
            : undefined
        }
      />
    </Shell>
  )
})
