import { release } from '#actions/inbound/release.ts'
import { ConfirmPage } from '#app/(admin)/admin/confirm-page.tsx'
import { settledWords } from '#app/(admin)/admin/mail/[id]/settled-words.ts'
import { adminTrail, mailCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { NoSuchPage } from '#app/readable.tsx'
import { outlookOf } from '#src/inbound/outlook.ts'
import { outlookWords } from '#src/inbound/outlook-words.ts'
import { receivedPath } from '#src/inbound/paths.ts'
import { receivedMail } from '#src/inbound/queries.ts'
import { rawPart } from '#src/inbound/raw-mail.ts'
import { ownMail } from '#src/inbound/release.ts'
import { concernWords } from '#src/inbound/standing.ts'
import { db } from '#src/lib/db/client.ts'
import { TextField } from '#src/ui/form/text-field.tsx'

export default adminPage('/admin/mail/[id]/release', async ({ admin, params }) => {
  const id = params.id ?? ''
  const [mail, beginning] = await Promise.all([receivedMail(db, id), rawPart(db, id)])
  if (!mail || !beginning) return <NoSuchPage reader={admin} />
  const outlook = await outlookOf(db, mail, beginning)
  return (
    <ConfirmPage
      admin={admin}
      trail={adminTrail(mailCrumb)}
      back={{ href: receivedPath(mail.id), words: mail.subject }}
      question="Release this mail?"
      name="inbound.release"
      action={release}
      hidden={{ mailId: mail.id, seen: mail.rejectedAt ? 'rejected' : 'waiting' }}
      send="Release this mail"
      grave
      settled={settledWords(mail) ?? (outlook.isOurs ? ownMail : undefined)}
      fields={
        outlook.address === null && (
          <TextField
            name="from"
            type="email"
            label="Email address of whoever wrote it"
            hint="You vouch that the mail is theirs."
            autoComplete="section-sender email"
          />
        )
      }
    >
      {mail.concern && <p>Why it is held: {concernWords[mail.concern]}</p>}
      {outlook.address !== null && (
        <p>
          It is from <bdi>{outlook.address}</bdi>.
        </p>
      )}
      <ul>
        {outlookWords(outlook).map(words => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </ConfirmPage>
  )
})
