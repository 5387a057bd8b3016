import { renewLink } from '#actions/tickets/renew-link.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { noticeFrom } from './notices.ts'
import type { PageProps } from './readable.tsx'
import { Shell } from './shell.tsx'

const heading = 'This link has run out'

/** The page of a guest's link whose 30 days are over: a new one comes by mail, to the address that has the ticket. */
export async function LinkRanOut({ link, query }: { link: string; query: PageProps['searchParams'] }) {
  return (
    <Shell reader={null} here={heading} notice={await noticeFrom(query)}>
      <h1>{heading}</h1>
      <p>
        A link to a ticket works for 30 days. We can send a new one by mail, to the same address as before.
      </p>
      <SignedForm
        name="tickets.renew-link"
        action={renewLink}
        person={undefined}
        link={link}
        title={`${heading} – Holdfast`}
      >
        <div className="buttons">
          <button type="submit">Send me a new link</button>
        </div>
      </SignedForm>
    </Shell>
  )
}
