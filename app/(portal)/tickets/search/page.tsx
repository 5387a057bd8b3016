import { FoundTickets } from '#app/found-tickets.tsx'
import { readerPage } from '#app/guarded.tsx'
import { SearchForm, searchTitle, typedIn } from '#app/search-form.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { portalPath } from '#src/tickets/paths.ts'
import { searchMine } from '#src/tickets/portal-search.ts'
import { asksNothing, portalOperators, readSearch } from '#src/tickets/search-terms.ts'
import { ErrorSummary } from '#src/ui/browser.tsx'

const here = '/tickets/search'

export default readerPage(here, async ({ reader, query }) => {
  const asked = await query
  const typed = typedIn(asked)
  const terms = readSearch(typed, portalOperators)
  const { problems } = terms
  const found =
    problems.length === 0 && !asksNothing(terms) ? await searchMine(db, reader, terms, asked.after) : null
  return (
    <Shell
      reader={reader}
      title={searchTitle(typed, 'My tickets', problems)}
      trail={[{ href: '/tickets', words: 'My tickets' }]}
      here="Search"
    >
      {problems.length > 0 && (
        <ErrorSummary problems={problems.map(words => ({ words, target: 'q' }))} occasion={typed} />
      )}
      <h1>Search</h1>
      <SearchForm
        action={here}
        label="Search your tickets"
        typed={typed}
        problems={problems}
        hint="Words or a reference. All words must stand in one message or its subject."
      />
      <details open={found === null}>
        <summary>How to ask more exactly</summary>
        <ul>
          <li>
            <code>"left on the pier"</code> finds exactly these words, one after the other
          </li>
          <li>
            <code>-refund</code> leaves out tickets with this word
          </li>
          <li>
            <code>status:open</code> finds tickets that are open now
          </li>
          <li>
            <code>after:2026-01-31</code> and <code>before:2026-02</code> find what was written in between, in
            UTC
          </li>
        </ul>
      </details>
      {found && (
        <FoundTickets found={found} typed={typed} action={here} pathOf={reference => portalPath(reference)} />
      )}
    </Shell>
  )
})
