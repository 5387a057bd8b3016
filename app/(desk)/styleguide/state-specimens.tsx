import { AsOf } from '#app/as-of.tsx'
import { pageVersion } from '#src/lib/http/page-version.ts'
import { priorities, statuses, statusWords } from '#src/tickets/status.ts'
import { PriorityBadge, StatusBadge } from '#src/ui/badge.tsx'
import { Due } from '#src/ui/due.tsx'
import { Reference } from '#src/ui/reference.tsx'
import { Standing } from '#src/ui/standing.tsx'
import { SummaryList } from '#src/ui/summary-list.tsx'

const at = new Date('2026-11-23T14:35:00Z')

/** How a status, a priority and a due time look, alone and in what is made of them. */
export function StateSpecimens() {
  return (
    <>
      <section>
        <h2>States</h2>
        <AsOf at={at} version={pageVersion('states')} again="/styleguide" />
        <SummaryList
          rows={[
            ...statuses.map(status => ({
              term: statusWords[status].name,
              detail: <StatusBadge status={status} />,
            })),
            ...priorities.map(priority => ({
              term: `Priority ${priority}`,
              detail: <PriorityBadge priority={priority} />,
            })),
            {
              term: 'Late',
              detail: <Due at={at} hour="14:35 UTC" words="First reply 25 minutes late" late />,
            },
            { term: 'Due', detail: <Due at={at} hour="14:35 UTC" words="Next reply due in 25 minutes" /> },
            {
              term: 'Due later',
              detail: <Due at={at} hour="24 Nov, 14:35 UTC" words="Solution due in 24 hours" />,
            },
            { term: 'Nothing due', detail: <Due words="Nothing is due" /> },
            { term: 'To be changed', detail: 'A fact', change: { href: '/desk', words: 'Change this fact' } },
          ]}
        />
      </section>
      <Standing
        badge={<StatusBadge status="pending" />}
        words={statusWords.pending.forCustomer}
        next="Read our answer below. Write back, or tell us whether this is fixed."
        due={<Due at={at} hour="14:35 UTC" words="Solution due in 25 minutes" />}
      />
      <section>
        <h2>A reference</h2>
        <Reference reference="K7M2-9QXD" spelled="Kilo seven Mike two, nine Quebec X-ray Delta" />
      </section>
    </>
  )
}
