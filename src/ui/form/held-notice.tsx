import { Notice } from '#src/ui/notice.tsx'

/** Says that the form holds what was kept. It is not sent by itself. */
export function HeldNotice() {
  return (
    <Notice>
      <p>We kept what you wrote. It was not sent. Check it and send.</p>
    </Notice>
  )
}
