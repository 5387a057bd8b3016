import type { ReactNode } from 'react'

/** Stands where a list would be: says that there is nothing, why, and what can be done next. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>
}
