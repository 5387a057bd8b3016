import { eq } from 'drizzle-orm'
import type { Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { orderMail } from './order-mail.ts'

/** Orders a mail to the administrator's own address, which shows whether mail leaves. Resolves to the id of the order. */
export async function sendTest(tx: Tx, administrator: Agent & { role: 'admin' }): Promise<string> {
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
