type PageLink = { href: string; words: string }

type Pages = { label: string; here?: string; first?: PageLink; previous?: PageLink; next?: PageLink }

/**
 * Links through a long list, each with words that stand alone ("Next 50 tickets", "Back to the first page").
 * `label` names the list ("Pages of tickets"), `here` says where the reader is. Shows nothing on a list of one page.
 */
export function Pagination({ label, here, first, previous, next }: Pages) {
  if (!first && !previous && !next) return null
  return (
    <nav className="pages" aria-label={label}>
      {here ? <p>{here}</p> : null}
      <ul>
        {first ? <Page {...first} /> : null}
        {previous ? <Page {...previous} rel="prev" /> : null}
        {next ? <Page {...next} rel="next" /> : null}
      </ul>
    </nav>
  )
}

function Page({ href, words, rel }: PageLink & { rel?: 'prev' | 'next' }) {
  return (
    <li>
      <a href={href} rel={rel}>
        {words}
      </a>
    </li>
  )
}
