import { sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { attachments, files } from '#src/lib/db/tables/files.ts'
import { drafts } from '#src/lib/db/tables/system.ts'
import { fileStore } from './store.ts'

const atOnce = 100

/**
 * Deletes some of the files that no message has taken within their day, or has any more, and no draft holds. True while
 * there are more.
 */
export async function sweepUnclaimed(tx: Tx): Promise<boolean> {
  // A file that somebody keeps again meanwhile is locked or has a later time by then, and stays.
  const gone = await tx.execute<{ content_id: string }>(sql`
    delete from ${files} where ctid = any(array(
      select ctid from ${files} where ${files.mayGoAfter} < now()
        and not exists (select from ${attachments} where ${attachments.fileHash} = ${files.hash})
        and not exists (select from ${drafts} where ${drafts.values} ->> 'files' <> ''
          and ${drafts.values} ->> 'files' like '%' || ${files.hash} || '%')
      limit ${atOnce} for update skip locked
    )) returning content_id`)
  await fileStore.delete(
    tx,
    gone.map(row => row.content_id),
  )
  return gone.length === atOnce
}
