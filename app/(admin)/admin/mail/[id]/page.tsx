import { mailFacts } from '#app/(admin)/admin/mail/[id]/mail-facts.tsx'
import { adminTrail, mailCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { NoSuchPage } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { receivedPath, sourcePath } from '#src/inbound/paths.ts'
import { receivedMail } from '#src/inbound/queries.ts'
import { isWaiting, mayBeReleased } from '#src/inbound/standing.ts'
import { db } from '#src/lib/db/client.ts'
import { sizeWords } from '#src/lib/size-words.ts'
import { SummaryList } from '#src/ui/summary-list.tsx'

export default adminPage('/admin/mail/[id]', async ({ admin, params, query }) => {
  const mail = await receivedMail(db, params.id ?? '')
  if (!mail) return <NoSuchPage reader={admin} />
  return (
    <Shell
      reader={admin}
      title={`${mail.subject} – Mail that came in – Holdfast`}
      trail={adminTrail(mailCrumb)}
      here={mail.subject}
      notice={await noticeFrom(query)}
    >
      <h1>
        <bdi>{mail.subject}</bdi>
      </h1>
      <SummaryList rows={mailFacts(mail)} />
      {mayBeReleased(mail) && (
        <ul className="ways">
          <li>
            <a href={`${receivedPath(mail.id)}/release`}>Release this mail</a>
          </li>
          {isWaiting(mail) && (
            <li>
              <a href={`${receivedPath(mail.id)}/reject`}>Reject this mail</a>
            </li>
          )}
        </ul>
      )}
      <h2>The mail as it came</h2>
      {mail.isWhole ? null : <p>It is long, so this is the beginning of it.</p>}
      <p>
        <a href={sourcePath(mail.id)}>Save the whole mail</a> ({sizeWords(mail.size)})
      </p>
      <pre dir="auto">{mail.source}</pre>
    </Shell>
  )
})
