import { db, type Tx, transaction } from '#src/lib/db/client.ts'
import { env } from '#src/lib/env.ts'
import { logEvent } from '#src/lib/log.ts'
import { deliverNext } from '#src/mail/deliver.ts'
import { giveUpStale } from '#src/mail/give-up-stale.ts'
import { smtpAt } from '#src/mail/smtp.ts'
import { closeByTime } from '#src/tickets/close-by-time.ts'
import { nearlyDue, watchClocks } from '#src/tickets/watch-clocks.ts'
import { writeDownForSearch } from '#src/tickets/write-down-for-search.ts'
import type { Job } from './keep-doing.ts'
import { sweep } from './sweep.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** The jobs of this desk. Without a mail server there is nothing to do for mail: it stays in the outbox. */
export function jobs(): Job[] {
  const { smtpUrl, closeSolvedAfterDays } = env()
  return [
    ...(smtpUrl === undefined ? [] : mailJobs(smtpUrl)),
    { name: 'watch-clocks', everyMs: 20 * second, once: watchAllClocks },
    oneByOne('close-solved', minute, tx => closeByTime(tx, closeSolvedAfterDays)),
    oneByOne('write-down-for-search', minute, writeDownForSearch),
    oneByOne('sweep', hour, sweep),
  ]
}

function mailJobs(smtpUrl: string): Job[] {
  const send = smtpAt(smtpUrl)
  const deliverAll = async (stopping: AbortSignal) => {
    while (!stopping.aborted && (await deliverNext(send)));
  }
  return [
    { name: 'give-up-mail', everyMs: hour, once: giveUpMail },
    { name: 'deliver-mail', everyMs: 3 * second, once: deliverAll },
  ]
}

async function giveUpMail(): Promise<void> {
  const mails = await transaction('system:give-up-mail', giveUpStale)
  if (mails > 0) logEvent('mail.given-up', { mails })
}

async function watchAllClocks(stopping: AbortSignal): Promise<void> {
  let page = await nearlyDue(db)
  while (page.length > 0 && !stopping.aborted) {
    for (const id of page) {
      if (stopping.aborted) return
      await transaction('system:watch-clocks', tx => watchClocks(tx, id))
    }
    page = await nearlyDue(db, page.at(-1))
  }
}

/** A job that does one piece a transaction until `next` says that there is none left. */
function oneByOne(name: string, everyMs: number, next: (tx: Tx) => Promise<boolean>): Job {
  const once = async (stopping: AbortSignal) => {
    while (!stopping.aborted && (await transaction(`system:${name}`, next)));
  }
  return { name, everyMs, once }
}
