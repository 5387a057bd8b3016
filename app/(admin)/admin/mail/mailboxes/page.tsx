import { testMailbox } from '#actions/inbound/test-mailbox.ts'
import { MailboxSection } from '#app/(admin)/admin/mail/mailboxes/mailbox-section.tsx'
import { waysOfMail } from '#app/(admin)/admin/mail/mailboxes/ways-of-mail.tsx'
import { adminTrail, mailCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { answersAForm, noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { knownMailboxes } from '#src/inbound/mailbox-queries.ts'
import { db } from '#src/lib/db/client.ts'
import { expectForm } from '#src/lib/forms/kept.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { SummaryList } from '#src/ui/summary-list.tsx'

export default adminPage('/admin/mail/mailboxes', async ({ admin, query }) => {
  expectForm(admin.userId, 'inbound.test-mailbox')
  const mailboxes = await knownMailboxes(db)
  const hasForm = mailboxes.length > 0 || answersAForm()
  const title = 'Mailboxes – Mail that came in – Holdfast'
  return (
    <Shell
      reader={admin}
      title={hasForm ? undefined : title}
      trail={adminTrail(mailCrumb)}
      here="Mailboxes"
      notice={await noticeFrom(query)}
    >
      <h1>Mailboxes</h1>
      <p>
        By which ways mail comes in and leaves. The settings of the desk name them, and hold their passwords.
      </p>
      <SummaryList rows={waysOfMail()} />
      {hasForm && (
        <SignedForm name="inbound.test-mailbox" action={testMailbox} person={admin.userId} title={title}>
          {mailboxes.map(mailbox => (
            <MailboxSection key={mailbox.name} mailbox={mailbox} />
          ))}
        </SignedForm>
      )}
    </Shell>
  )
})
