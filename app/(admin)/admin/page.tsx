import { adminPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { countHeld } from '#src/inbound/queries.ts'
import { db } from '#src/lib/db/client.ts'
import { countGivenUp } from '#src/mail/queries.ts'
import { headcount } from '#src/people/queries.ts'
import { countPolicies } from '#src/sla/queries.ts'
import { Tally } from '#src/ui/tally.tsx'

export default adminPage('/admin', async ({ admin, query }) => {
  const [people, policies, givenUp, held] = await Promise.all([
    headcount(db),
    countPolicies(db),
    countGivenUp(db),
    countHeld(db),
  ])
  return (
    <Shell
      reader={admin}
      title="Administration – Holdfast"
      here="Administration"
      notice={await noticeFrom(query)}
    >
      <h1>Administration</h1>
      <Tally
        lines={[
          { href: '/admin/agents', name: 'Agents', count: people.agents, words: 'Who works at this desk.' },
          { href: '/admin/teams', name: 'Teams', count: people.teams, words: 'Teams that are in use.' },
          {
            href: '/admin/sla',
            name: 'SLA policies',
            count: policies,
            words: 'By when tickets are answered and solved.',
          },
          {
            href: '/admin/outbox',
            name: 'Outbox',
            count: givenUp,
            words: 'Mails that could not be sent and were given up.',
            late: givenUp > 0,
          },
          {
            href: '/admin/mail',
            name: 'Mail that came in',
            count: held,
            words: 'Mails that are held and wait for you.',
            late: held > 0,
          },
        ]}
      />
    </Shell>
  )
})
