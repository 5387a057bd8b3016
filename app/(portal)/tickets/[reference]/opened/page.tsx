import { PublicThread } from '#app/(portal)/tickets/[reference]/public-thread.tsx'
import { myTicketPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { inLanguage } from '#src/lib/language.ts'
import { deskZone } from '#src/lib/zone.ts'
import { portalPath } from '#src/tickets/paths.ts'
import { formatReference, spellReference } from '#src/tickets/reference.ts'
import { StatusBadge } from '#src/ui/badge.tsx'
import { Moment } from '#src/ui/moment.tsx'
import { NextSteps } from '#src/ui/next-steps.tsx'
import { Reference } from '#src/ui/reference.tsx'
import { SummaryList } from '#src/ui/summary-list.tsx'

export default myTicketPage('/tickets/[reference]/opened', async ({ reader, ticket, query }) => {
  const shown = formatReference(ticket.reference)
  return (
    <Shell
      reader={reader}
      title={`We have your ticket ${shown} – Holdfast`}
      trail={[{ href: '/tickets', words: 'My tickets' }]}
      here={`Ticket ${shown} is open`}
      notice={(await noticeFrom(query)) ?? 'We have your ticket.'}
    >
      <h1>We have your ticket</h1>
      <p>Its reference is:</p>
      <Reference reference={shown} spelled={spellReference(ticket.reference)} />
      <p>
        It is about: <bdi {...inLanguage(ticket.subjectLanguage)}>{ticket.subject}</bdi>
      </p>
      <SummaryList
        rows={[
          { term: 'Status', detail: <StatusBadge status={ticket.status} /> },
          { term: 'Opened', detail: <Moment at={ticket.createdAt} zone={deskZone()} /> },
        ]}
      />
      <NextSteps
        steps={[
          'Somebody from our team reads it and answers here and by mail.',
          'You can add to it at any time.',
          'Keep the reference: with it anybody at the desk finds your ticket. You can print this page.',
        ]}
      />
      <p>
        <a className="button" href={portalPath(ticket.reference)}>
          Read your ticket
        </a>
      </p>
      <PublicThread ticket={ticket} reader={reader} />
    </Shell>
  )
})
