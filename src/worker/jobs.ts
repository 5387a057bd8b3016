import { bringBackNext } from '#src/files/bring-back-next.ts'
import { type Bucket, bucketOfSettings } from '#src/files/bucket.ts'
import { deleteNext } from '#src/files/delete-next.ts'
import { moveNext } from '#src/files/move-next.ts'
import { sweepUnclaimed } from '#src/files/sweep-unclaimed.ts'
import { sweepUploads } from '#src/files/sweep-uploads.ts'
import { readMailbox } from '#src/inbound/mailboxes/read-mailbox.ts'
import { db, type Tx, transaction } from '#src/lib/db/client.ts'
import { env } from '#src/lib/env.ts'
import { logEvent } from '#src/lib/log.ts'
import type { Mailbox } from '#src/lib/mailbox-address.ts'
import { deliverNext } from '#src/mail/deliver.ts'
import { giveUpStale } from '#src/mail/give-up-stale.ts'
import { smtpAt } from '#src/mail/smtp.ts'
import { addressNews } from '#src/tickets/address-news.ts'
import { bundleNews } from '#src/tickets/bundle-news.ts'
import { closeByTime } from '#src/tickets/close-by-time.ts'
import { nearlyDue, watchClocks } from '#src/tickets/watch-clocks.ts'
import { writeDownForSearch } from '#src/tickets/write-down-for-search.ts'
import type { Job } from './keep-doing.ts'
import { sweep } from './sweep.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How long mail waits at most that nobody told the worker of, on a desk where nothing has happened for a while. */
const quiet = 10 * second

/**
 * The jobs of this desk. Without a mail server there is nothing to do for mail: it stays in the outbox.
 * @param listens whether whoever reads a mailbox stays and listens for more, as a worker does
 */
export function jobs({ listens }: { listens: boolean }): Job[] {
  const { smtpUrl, mailboxes, closeSolvedAfterDays, bucket, filesIn } = env()
  return [
    ...(smtpUrl === undefined ? [] : mailJobs(smtpUrl)),
    ...mailboxes.map(mailbox => mailboxJob(mailbox, listens)),
    ...(bucket === undefined ? [] : bucketJobs(filesIn)),
    { name: 'watch-clocks', everyMs: 20 * second, once: watchAllClocks },
    oneByOne('address-news', 3 * second, addressNews, quiet),
    oneByOne('bundle-news', 5 * second, bundleNews, quiet),
    oneByOne('close-solved', minute, tx => closeByTime(tx, closeSolvedAfterDays)),
    oneByOne('write-down-for-search', minute, writeDownForSearch),
    oneByOne('sweep', hour, sweep),
    oneByOne('sweep-files', hour, sweepUnclaimed),
    oneByOne('sweep-uploads', hour, sweepUploads),
  ]
}

function mailJobs(smtpUrl: string): Job[] {
  const send = smtpAt(smtpUrl)
  const deliverAll = whileAny(() => deliverNext(send))
  return [
    { name: 'give-up-mail', everyMs: hour, once: giveUpMail },
    { name: 'deliver-mail', everyMs: 3 * second, restMs: quiet, isWoken: true, once: deliverAll },
  ]
}

function mailboxJob(mailbox: Mailbox, stays: boolean): Job {
  const once: Job['once'] = stopping => readMailbox(mailbox, stopping, { stays })
  return { name: `read-mailbox ${mailbox.name}`, everyMs: 5 * second, restMs: minute, once }
}

function bucketJobs(filesIn: 'database' | 'bucket'): Job[] {
  const bucket = bucketOfSettings()
  const each = (name: string, everyMs: number, next: (bucket: Bucket) => Promise<boolean>): Job => ({
    name,
    everyMs,
    restMs: minute,
    once: whileAny(() => next(bucket)),
  })
  return [
    filesIn === 'bucket'
      ? each('move-files', 5 * second, moveNext)
      : each('bring-back-files', 5 * second, bringBackNext),
    each('delete-files', minute, deleteNext),
  ]
}

async function giveUpMail(): Promise<boolean> {
  const mails = await transaction('system:give-up-mail', giveUpStale)
  if (mails > 0) logEvent('mail.given-up', { mails })
  return mails > 0
}

// What is nearly due stays so: that a ticket was looked at does not mean that there is more to do.
async function watchAllClocks(stopping: AbortSignal): Promise<false> {
  let page = await nearlyDue(db)
  while (page.length > 0 && !stopping.aborted) {
    for (const id of page) {
      if (stopping.aborted) return false
      await transaction('system:watch-clocks', tx => watchClocks(tx, id))
    }
    page = await nearlyDue(db, page.at(-1))
  }
  return false
}

/** A job that does one piece a transaction until `next` says that there is none left. */
function oneByOne(name: string, everyMs: number, next: (tx: Tx) => Promise<boolean>, restMs = everyMs): Job {
  return { name, everyMs, restMs, once: whileAny(() => transaction(`system:${name}`, next)) }
}

/** Does piece after piece until there is none left, and says whether there was any. */
function whileAny(next: () => Promise<boolean>): Job['once'] {
  return async stopping => {
    let any = false
    while (!stopping.aborted && (await next())) any = true
    return any
  }
}
