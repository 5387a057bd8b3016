import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Says what has just been done, or what the reader must know first. It takes the focus when the page opens, because a
 * live region that is there from the start is not read out reliably: by its attribute in a page that was loaded, by
 * the effect in one that scripts put in place. At most one a page, near the top of `main`.
 */
export function Notice({ kind = 'info', children }: { kind?: 'success' | 'info'; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/noAutofocus: without scripts this is the only way to move to the news of the page
    <div ref={box} className={`notice ${kind}`} role="status" tabIndex={-1} autoFocus>
      {children}
    </div>
  )
}
