import { Notice } from '#src/ui/browser.tsx'

/** Says that the form holds what was kept, such as `your reply`. It is not sent by itself. */
export function HeldNotice({ what }: { what: string }) {
  return (
    <Notice>
      <p>We kept {what}. Check it and send.</p>
    </Notice>
  )
}

/** Says that we could not look, in place of an empty form that would look as if what was written were lost. */
export function UnreadNotice({ reference }: { reference: string }) {
  return (
    <p className="hint">
      We could not look whether something that you wrote is kept for this form. If you miss it, load this page
      again: it is shown here then. If that keeps failing, give us the reference {reference}.
    </p>
  )
}
