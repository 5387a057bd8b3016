import { DueLine } from '#app/due-line.tsx'
import { deskTicketPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { assignableAgents, teamsInUse } from '#src/tickets/desk-queries.ts'
import { isQueueName, queueWords } from '#src/tickets/queue-names.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { PriorityBadge, StatusBadge } from '#src/ui/badge.tsx'
import { ComposerForm } from './composer-form.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { DeskThread } from './thread.tsx'

export default deskTicketPage('/desk/tickets/[reference]', async ({ agent, ticket: found, query }) => {
  const { ticket } = found
  const [people, teams, asked] = await Promise.all([assignableAgents(db), teamsInUse(db), query])
  const word = typeof asked.queue === 'string' ? asked.queue : undefined
  const queue = isQueueName(word) ? word : undefined
  const shown = formatReference(ticket.reference)
  const trail = [{ href: '/desk', words: 'The desk' }]
  if (queue) trail.push({ href: `/desk/queues/${queue}`, words: queueWords[queue].name })
  return (
    <Shell reader={agent} trail={trail} here={`Ticket ${shown}`} notice={await noticeFrom(query)}>
      <div className="head">
        <div>
          <h1 dir="auto">{ticket.subject}</h1>
          <p>
            Ticket <span className="ref">{shown}</span>, <StatusBadge status={ticket.status} />,{' '}
            <PriorityBadge priority={ticket.priority} />
          </p>
        </div>
        <DueLine ticket={ticket} now={new Date()} />
      </div>
      <div className="ticket">
        <div className="talk">
          <DeskThread found={found} />
          <ComposerForm agent={agent} found={found} people={people} teams={teams} queue={queue} />
        </div>
        <aside className="facts" aria-label="About this ticket">
          <Facts found={found} now={new Date()} />
          <History events={found.events} people={people} teams={teams} />
        </aside>
      </div>
    </Shell>
  )
})
