import { AsOf } from '#app/as-of.tsx'
import { agentPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { SearchForm } from '#app/search-form.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { pageVersion } from '#src/lib/http/page-version.ts'
import { queueNames, queueWords } from '#src/tickets/queue-names.ts'
import { countInWords, queueCounts } from '#src/tickets/queue-queries.ts'
import { Tally } from '#src/ui/tally.tsx'

export default agentPage('/desk', async ({ agent, query }) => {
  const counts = await queueCounts(db, agent)
  const version = pageVersion(counts)
  const notice = await noticeFrom(query, version)
  return (
    <Shell reader={agent} title="The desk – Holdfast" here="The desk" notice={notice}>
      <div className="head">
        <div>
          <h1>The desk</h1>
          <AsOf at={new Date()} version={version} again={`/desk?since=${version}`} />
        </div>
        <p>
          <a className="button" href="/desk/tickets/new">
            Open a ticket for a customer
          </a>
        </p>
      </div>
      <SearchForm action="/desk/search" label="Search all tickets" />
      <section>
        <h2>Queues</h2>
        <Tally
          lines={queueNames.map(name => ({
            href: `/desk/queues/${name}`,
            name: queueWords[name].name,
            count: countInWords(counts[name]),
            words: queueWords[name].meaning,
            late: name === 'breaching' && counts.breaching > 0,
          }))}
        />
      </section>
    </Shell>
  )
})
