import { retry } from '#actions/mail/retry.ts'
import { mailFacts } from '#app/(admin)/admin/outbox/[id]/mail-facts.tsx'
import { adminPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { NoSuchPage } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { env } from '#src/lib/env.ts'
import { withGuestKeys } from '#src/mail/guest-keys.ts'
import { outboxMail } from '#src/mail/queries.ts'
import { mailStatus } from '#src/mail/status.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { Prose } from '#src/ui/prose.tsx'
import { SummaryList } from '#src/ui/summary-list.tsx'

export default adminPage('/admin/outbox/[id]', async ({ admin, params, query }) => {
  const mail = await outboxMail(db, params.id ?? '')
  if (!mail) return <NoSuchPage reader={admin} />
  const canSend = env().smtpUrl !== undefined
  // A desk that cannot send keeps its mail to be read here, so its links must work.
  const { body } = canSend ? mail : await withGuestKeys(db, mail)
  const status = mailStatus(mail, canSend)
  const mayRetry = canSend && (status === 'given-up' || mail.stoppedAt !== null)
  const title = `${mail.subject} – Outbox – Holdfast`
  return (
    <Shell
      reader={admin}
      title={mayRetry ? undefined : title}
      trail={[
        { href: '/admin', words: 'Administration' },
        { href: '/admin/outbox', words: 'Outbox' },
      ]}
      here={mail.subject}
      notice={await noticeFrom(query)}
    >
      <h1>
        <bdi>{mail.subject}</bdi>
      </h1>
      <SummaryList rows={mailFacts(mail, status)} />
      {mayRetry && (
        <SignedForm
          name="mail.retry"
          action={retry}
          person={admin.userId}
          title={title}
          hidden={{ mailId: mail.id }}
        >
          {mail.stoppedAt && <p>After that, mail to this address is sent again.</p>}
          <div className="buttons">
            <button type="submit">
              {status === 'sent' ? 'Send mail to this address again' : 'Try to send this mail again'}
            </button>
          </div>
        </SignedForm>
      )}
      <h2>Text</h2>
      {body === '' ? (
        <p>The text held a link that only its reader may use, so it was taken out when the mail was sent.</p>
      ) : (
        <Prose text={body} />
      )}
    </Shell>
  )
})
