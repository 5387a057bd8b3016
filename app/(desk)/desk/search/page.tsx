import { FoundTickets } from '#app/found-tickets.tsx'
import { agentPage } from '#app/guarded.tsx'
import { SearchForm, searchTitle, typedIn } from '#app/search-form.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { deskPath } from '#src/tickets/paths.ts'
import { searchDesk } from '#src/tickets/search-queries.ts'
import { asksNothing, deskOperators, readSearch } from '#src/tickets/search-terms.ts'
import { ErrorSummary } from '#src/ui/browser.tsx'

const here = '/desk/search'

export default agentPage(here, async ({ agent, query }) => {
  const asked = await query
  const typed = typedIn(asked)
  const terms = readSearch(typed, deskOperators)
  const asksAnything = !asksNothing(terms)
  const found =
    asksAnything && terms.problems.length === 0 ? await searchDesk(db, agent, terms, asked.after) : null
  const problems = found?.problems ?? terms.problems
  return (
    <Shell
      reader={agent}
      title={searchTitle(typed, 'The desk', problems)}
      trail={[{ href: '/desk', words: 'The desk' }]}
      here="Search"
    >
      {problems.length > 0 && (
        <ErrorSummary problems={problems.map(words => ({ words, target: 'q' }))} occasion={typed} />
      )}
      <h1>Search</h1>
      <SearchForm
        action={here}
        label="Search all tickets of the desk"
        typed={typed}
        problems={problems}
        hint="Words, a reference, a name or an address. All words must stand in one message, its subject, or the name of who asked."
      />
      <details open={!asksAnything || problems.length > 0}>
        <summary>How to ask more exactly</summary>
        <ul>
          <li>
            <code>"left on the pier"</code> finds exactly these words, one after the other
          </li>
          <li>
            <code>-refund</code> leaves out tickets with this word
          </li>
          <li>
            <code>status:open</code>, <code>priority:high</code> and <code>team:parcels</code> find what the
            ticket says now
          </li>
          <li>
            <code>assignee:me</code>, <code>assignee:none</code> or part of a name
          </li>
          <li>
            <code>requester:elif</code> finds what somebody with this name or address asked
          </li>
          <li>
            <code>after:2026-01-31</code> and <code>before:2026-02</code> find what was written in between, in
            UTC
          </li>
        </ul>
      </details>
      {found && problems.length === 0 && (
        <FoundTickets found={found} typed={typed} action={here} pathOf={reference => deskPath(reference)} />
      )}
    </Shell>
  )
})
