import type { ReactNode } from 'react'

export type SummaryRow = { term: string; detail: ReactNode; change?: { href: string; words: string } }

/** Facts as term and detail, each with an optional link whose words stand alone ("Change the team of Ana Souza"). */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className="summary">
      {rows.map(({ term, detail, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
          {change ? (
            <dd>
              <a href={change.href}>{change.words}</a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
