import { endLink } from '#actions/tickets/end-link.ts'
import { guestPage } from '#app/guest-page.tsx'
import { Shell } from '#app/shell.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

const heading = 'End this link?'

export default guestPage('/guest/[key]/end', ({ link, path, shown }) => (
  <Shell reader={null} trail={[{ href: path, words: `Ticket ${shown}` }]} here="End this link">
    <h1>{heading}</h1>
    <p>
      Do this if the link is not yours, or somebody has it who should not. This link and all others to this
      ticket that we have mailed then open nothing any more. The ticket stays, and our next mail about it
      brings a new link.
    </p>
    <SignedForm
      name="tickets.end-link"
      action={endLink}
      person={undefined}
      link={link}
      title={`${heading} – Ticket ${shown} – Holdfast`}
    >
      <div className="buttons">
        <button type="submit">Yes, end this link</button>
        <a href={path}>Back to the ticket</a>
      </div>
    </SignedForm>
  </Shell>
))
