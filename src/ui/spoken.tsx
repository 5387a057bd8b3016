import type { ReactNode } from 'react'

/** Words for those who listen or print or read in a terminal; a sighted reader has them from the place they stand. */
export function Spoken({ children }: { children: ReactNode }) {
  return <span className="spoken">{children}</span>
}
