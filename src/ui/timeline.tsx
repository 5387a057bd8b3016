import type { ReactNode } from 'react'
import { Moment } from './moment.tsx'

export type TimelineEntry = { id: string; at: Date; words: ReactNode }

/** What happened, one whole sentence an entry, in the order given. */
export function Timeline({ entries, zone }: { entries: TimelineEntry[]; zone?: string }) {
  return (
    <ol className="timeline">
      {entries.map(({ id, at, words }) => (
        <li key={id}>
          <Moment at={at} zone={zone} /> <span dir="auto">{words}</span>
        </li>
      ))}
    </ol>
  )
}
