import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { Refusal } from '#src/lib/refusal.ts'
import type { sendTestForm } from './forms.ts'
import { orderMail } from './order-mail.ts'

/** Orders a mail to the administrator's own address, which shows whether mail leaves. Resolves to the id of the order. */
export async function sendTest(
  tx: Tx,
  administrator: Agent & { role: 'admin' },
  { to }: z.output<typeof sendTestForm>,
): Promise<string> {
  if (to !== administrator.email) throw new Refusal('This is not your address. Open this page again.')
  const dedupeKey = `test:${administrator.submissionId ?? crypto.randomUUID()}`
  await orderMail(tx, administrator, {
    kind: 'test',
    dedupeKey,
    subject: 'A test of the mail of this desk',
    body,
  })
  const [order] = await tx
    .select({ id: mailOrders.id })
    .from(mailOrders)
    .where(eq(mailOrders.dedupeKey, dedupeKey))
  if (!order) throw new Error('The test mail was not ordered')
  return order.id
}

const body = `Hello,

you have asked the desk for this mail, to see whether its mail arrives. It does.`
