import { reject } from '#actions/inbound/reject.ts'
import { ConfirmPage } from '#app/(admin)/admin/confirm-page.tsx'
import { settledWords } from '#app/(admin)/admin/mail/[id]/settled-words.ts'
import { adminTrail, mailCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { NoSuchPage } from '#app/readable.tsx'
import { receivedPath } from '#src/inbound/paths.ts'
import { receivedMail } from '#src/inbound/queries.ts'
import { db } from '#src/lib/db/client.ts'

export default adminPage('/admin/mail/[id]/reject', async ({ admin, params }) => {
  const mail = await receivedMail(db, params.id ?? '')
  if (!mail) return <NoSuchPage reader={admin} />
  const rejected = mail.rejectedBy
    ? `${mail.rejectedBy} has rejected this mail. There is nothing left to do here.`
    : 'This mail was rejected. There is nothing left to do here.'
  return (
    <ConfirmPage
      admin={admin}
      trail={adminTrail(mailCrumb)}
      back={{ href: receivedPath(mail.id), words: mail.subject }}
      question="Reject this mail?"
      name="inbound.reject"
      action={reject}
      hidden={{ mailId: mail.id }}
      send="Reject this mail"
      settled={settledWords(mail) ?? (mail.rejectedAt ? rejected : undefined)}
    >
      <ul>
        <li>It waits no more, and nobody is told of it.</li>
        <li>It is kept as it came, with your name and the time.</li>
        <li>You can still release it later.</li>
      </ul>
    </ConfirmPage>
  )
})
