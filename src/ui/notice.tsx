import type { ReactNode } from 'react'
import { useFocused } from './focused.ts'

/**
 * Says what has just been done, or what the reader must know first. It takes the focus when the page opens, because a
 * live region that is there from the start is not read out reliably: by its attribute in a page that was loaded, by
 * the effect in one that scripts put in place. At most one a page, near the top of `main`.
 */
export function Notice({ kind = 'info', children }: { kind?: 'success' | 'info'; children: ReactNode }) {
  return (
    <div className={`notice ${kind}`} role="status" {...useFocused()}>
      {children}
    </div>
  )
}
