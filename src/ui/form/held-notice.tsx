import { Notice } from '#src/ui/notice.tsx'

/** Says that the form holds what was kept, such as `your reply`. It is not sent by itself. */
export function HeldNotice({ what }: { what: string }) {
  return (
    <Notice>
      <p>We kept {what}. Check it and send.</p>
    </Notice>
  )
}
