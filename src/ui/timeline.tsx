import type { ReactNode } from 'react'
import { Moment } from './moment.tsx'
import { Still } from './still.tsx'

export type TimelineEntry = { id: string; at: Date; words: ReactNode }

/** What happened, one whole sentence an entry, in the order given. Put the name of a person or thing into a `bdi`. */
export function Timeline({ entries, zone }: { entries: TimelineEntry[]; zone?: string }) {
  return (
    <Still tag="ol" className="timeline">
      {entries.map(({ id, at, words }) => (
        <li key={id}>
          <Moment at={at} zone={zone} /> <span>{words}</span>
        </li>
      ))}
    </Still>
  )
}
