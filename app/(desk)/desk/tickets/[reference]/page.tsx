import { AsOf } from '#app/as-of.tsx'
import { DueLine } from '#app/due-line.tsx'
import { deskTicketPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { pageVersion } from '#src/lib/http/page-version.ts'
import { inLanguage } from '#src/lib/language.ts'
import { isQueueName, queueWords } from '#src/tickets/queue-names.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { PriorityBadge, StatusBadge } from '#src/ui/badge.tsx'
import { Still } from '#src/ui/still.tsx'
import { ComposerForm } from './composer-form.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { DeskThread } from './thread.tsx'

export default deskTicketPage('/desk/tickets/[reference]', async ({ agent, ticket: found, query }) => {
  const { ticket, people, teams } = found
  const asked = await query
  const word = typeof asked.queue === 'string' ? asked.queue : undefined
  const queue = isQueueName(word) ? word : undefined
  const shown = formatReference(ticket.reference)
  const now = new Date()
  const version = pageVersion(ticket.lastEventSeq)
  const trail = [{ href: '/desk', words: 'The desk' }]
  if (queue) trail.push({ href: `/desk/queues/${queue}`, words: queueWords[queue].name })
  return (
    <Shell reader={agent} trail={trail} here={`Ticket ${shown}`} notice={await noticeFrom(query, version)}>
      <div className="head">
        <div>
          <Still tag="div">
            <h1>
              <bdi {...inLanguage(ticket.subjectLanguage)}>{ticket.subject}</bdi>
            </h1>
            <p>
              Ticket <span className="ref">{shown}</span>, <StatusBadge status={ticket.status} />,{' '}
              <PriorityBadge priority={ticket.priority} />
            </p>
          </Still>
          <AsOf at={now} version={version} />
        </div>
        <Still tag="div">
          <DueLine ticket={ticket} now={now} />
        </Still>
      </div>
      <div className="ticket">
        <div className="talk">
          <DeskThread found={found} />
          <ComposerForm {...{ agent, found, people, teams, queue, version }} />
        </div>
        <aside className="facts" aria-label="About this ticket">
          <Facts found={found} now={now} />
          <History events={found.events} people={people} teams={teams} />
        </aside>
      </div>
    </Shell>
  )
})
