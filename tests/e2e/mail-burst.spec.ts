import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openOwnDatabase } from '#tests/e2e/desk/own-database.ts'
import { programAt } from '#tests/e2e/post-office/correspondent.ts'
import { support } from '#tests/e2e/post-office/desk.ts'
import { mailsIn } from '#tests/e2e/post-office/maildir.ts'
import { openPostOffice, type PostOffice } from '#tests/e2e/post-office/open.ts'
import { readMail } from '#tests/support/read-mail.ts'
import { startWorkerChild } from '#tests/support/worker-child.ts'

// So many that none of them meets the limit of what is mailed to all of one domain.
const towns = Array.from({ length: 20 }, (_, at) => ({
  address: `*@town${at}.test`,
  folder: `town${at}`,
  password: 'of-town',
}))
const senders = Array.from({ length: 1000 }, (_, at) => `nell${at}@town${at % towns.length}.test`)
// Enough for a machine that has much else to do: a mail costs 50 ms of its time, with its answer and all servers.
const patience = { timeout: 500_000 }

let office: PostOffice
let desk: Awaited<ReturnType<typeof openOwnDatabase>>

test.beforeAll(async () => {
  test.setTimeout(240_000)
  office = await openPostOffice([support, ...towns])
  desk = await openOwnDatabase('http://localhost:3000')
})

test.afterAll(async () => {
  await desk?.close()
  await office?.close()
})

test('mail-burst: a thousand mails in a burst become a thousand tickets once, with the worker killed twice', async () => {
  test.setTimeout(900_000)
  const mailbox = office.imapUrl(support.address, 'secure')
  const settings = {
    ...desk.settings,
    ...office.trust,
    SMTP_URL: office.smtpUrl(support.address, 'plain'),
    MAIL_FROM: `Kelp Bay <${support.address}>`,
    IMAP_URL: `${mailbox}?move-to=Done`,
  }
  const burst = sendAll()
  for (const enough of [250, 600]) {
    const worker = startWorkerChild(settings)
    await expect.poll(ticketsOfBurst, patience).toBeGreaterThan(enough)
    await worker.killed()
    await letMinutesPass()
  }
  await burst
  const worker = startWorkerChild(settings)
  await expect
    .poll(async () => [await unsent(), waiting(), await ticketsOfBurst()], patience)
    .toEqual([0, 0, 1000])
  await worker.stopped()

  const [counts] = await desk.database`
    select count(*)::int as mails, count(distinct ticket_id)::int as tickets, count(distinct from_address)::int as senders
    from received_mails where subject like 'Burst %' and state = 'taken' and concern is null`
  expect(counts).toEqual({ mails: 1000, tickets: 1000, senders: 1000 })
  // A worker that is killed between sending and writing that down sends one mail again, with the same Message-ID.
  const answers = towns.flatMap(({ folder }) => mailsIn(`${office.mails}/${folder}`)).map(headersOf)
  expect(new Set(answers.map(({ to }) => to)).size).toBe(1000)
  expect(new Set(answers.map(headers => headers['message-id'])).size).toBe(1000)
  expect(answers.length).toBeLessThanOrEqual(1002)
})

const headersOf = (raw: string) => readMail(raw.replace(/\r?\n/g, '\r\n')).headers

async function sendAll() {
  const program = programAt(office.smtpUrl(support.address, 'secure'), { pool: true })
  await Promise.all(
    senders.map((from, at) =>
      program.sendMail({ from, to: support.address, subject: `Burst ${at}`, text: `Bicycle ${at} is gone.` }),
    ),
  )
  program.close()
}

async function ticketsOfBurst(): Promise<number> {
  const [row] = await desk.database<{ tickets: number }[]>`
    select count(*)::int as tickets from tickets where subject like 'Burst %'`
  return row?.tickets ?? 0
}

/** How many mails are in the mailbox, and not yet in the folder for those that were taken in. */
function waiting(): number {
  return ['new', 'cur'].flatMap(name => readdirSync(join(office.mails, support.folder, name))).length
}

async function unsent(): Promise<number> {
  const [row] = await desk.database<{ mails: number }[]>`
    select count(*)::int as mails from mail_orders where kind = 'opened' and sent_at is null and subject like '%We have your mail'`
  return row?.mails ?? 0
}

/** The minutes for which a worker that was killed holds the mailbox, and what it had begun with rests. */
async function letMinutesPass() {
  await desk.database`update mailboxes set leased_until = now()`
  await desk.database`update mailbox_tries set next_try_at = now()`
  await desk.database`update mail_orders set next_attempt_at = now() where sent_at is null and gave_up_at is null`
}
