import { Talk } from '#app/(portal)/tickets/[reference]/talk.tsx'
import { guestPage } from '#app/guest-page.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { pageVersion } from '#src/lib/http/page-version.ts'

export default guestPage('/guest/[key]', async ({ query, shown, ...given }) => {
  const { ticket, path } = given
  const version = pageVersion([ticket.status, ticket.messages.length])
  return (
    <Shell reader={null} here={`Ticket ${shown}`} notice={await noticeFrom(query, version)}>
      <Talk {...given} version={version} />
      <h2>About this link</h2>
      <p>
        It opens this ticket alone. Whoever has it reads the ticket and can answer in your name, so keep it to
        yourself.
      </p>
      <ul className="ways">
        <li>
          <a href={`${path}/end`}>End this link</a>
        </li>
        <li>
          <a href="/forgot-password">Choose a password, to see all your tickets</a>
        </li>
      </ul>
    </Shell>
  )
})
