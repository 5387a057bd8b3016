import { everyForm } from '#tests/support/every-form.ts'
import { openForm } from '#tests/support/open-form.ts'
import type { Findings } from './findings.ts'
import type { WatchedDesk } from './watched-desk.ts'

/** What makes the page of this form anew would change thousands of tickets of a large desk. */
const paths: Record<string, string> = { 'tickets/take-next': '/desk/queues/unassigned' }

/** Sends every form, and once more as a draft what somebody writes at length. */
export async function sendEveryForm(desk: WatchedDesk, findings: Findings): Promise<void> {
  for (const [key, form] of Object.entries(everyForm)) {
    const isLong = form.button?.name === 'intent'
    const buttons = isLong ? [{ name: 'intent', value: 'draft' }, form.button] : [form.button]
    for (const button of buttons) {
      const mark = `plan${crypto.randomUUID().slice(0, 8)}`
      const { send } = await openForm(key, form, { address: desk.address, mark, path: paths[key] })
      await desk.plans.sinceLast()
      const answer = await send(button)
      const isTaken = answer.kind === 'answer' && answer.status === 303
      const name = button?.value === 'draft' ? `${key}, as a draft` : key
      const plans = await desk.plans.sinceLast()
      const ended = answer.kind === 'answer' ? `answers ${answer.status}` : answer.why
      findings.add(name, 'form', isTaken ? plans : ended)
    }
  }
}
