import type { ReactNode } from 'react'

/**
 * Says what has just been done, or what the reader must know first. It takes the focus when the page opens, because a
 * live region that is there from the start is not read out reliably. At most one a page, near the top of `main`.
 */
export function Notice({ kind = 'info', children }: { kind?: 'success' | 'info'; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: without scripts this is the only way to move to the news of the page
    <div className={`notice ${kind}`} role="status" tabIndex={-1} autoFocus>
      {children}
    </div>
  )
}
