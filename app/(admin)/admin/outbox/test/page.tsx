import { sendTest } from '#actions/mail/send-test.ts'
import { ConfirmPage } from '#app/(admin)/admin/confirm-page.tsx'
import { adminTrail } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { env } from '#src/lib/env.ts'

export default adminPage('/admin/outbox/test', ({ admin }) => (
  <ConfirmPage
    admin={admin}
    trail={adminTrail()}
    back={{ href: '/admin/outbox', words: 'Outbox' }}
    question="Send yourself a test mail?"
    name="mail.send-test"
    action={sendTest}
    hidden={{ to: admin.email }}
    send="Send a test mail"
  >
    <p>
      It goes to <bdi>{admin.email}</bdi>. Then you see in the outbox whether the mail server took it.
    </p>
    {env().smtpUrl === undefined && (
      <p>This desk has no mail server, so the mail is kept in the outbox and not sent.</p>
    )}
  </ConfirmPage>
))
