import { setTimeout as wait } from 'node:timers/promises'
import type { Findings } from './findings.ts'
import type { Plan } from './plan.ts'
import type { WatchedDesk } from './watched-desk.ts'

/** What each job of the worker begins with. */
const jobs = {
  'gives up stale mail': /^update "mail_orders"/,
  'looks for mail': /from "mail_orders"/,
  'watches clocks': /"queue_due_at" <=/,
  'closes what is solved': /"solved_at" </,
  'writes down for the search': /from "search_backlog"/,
  'sweeps forms': /delete from "submissions"/,
  'sweeps sessions': /delete from "session"/,
  'sweeps files': /delete from "files"/,
  'finds out who is told': /from "news_orders"/,
  'looks for news': /from "news_deliveries"/,
  'sweeps news': /delete from "news_orders"/,
  'sweeps news that were told': /delete from "news_deliveries"/,
  'sweeps limits': /delete from "rate_limits"/,
}

/** Lets the worker work until it has begun with every job. */
export async function watchWorker(desk: WatchedDesk, findings: Findings): Promise<void> {
  const plans: Plan[] = []
  const missing = () =>
    Object.entries(jobs).flatMap(([job, begins]) =>
      plans.some(({ text }) => begins.test(text)) ? [] : [job],
    )
  await desk.plans.sinceLast()
  await desk.worker.start()
  for (let tries = 0; tries < 300 && missing().length > 0; tries++) {
    await wait(100)
    plans.push(...(await desk.plans.sinceLast()))
  }
  await desk.worker.stop()
  findings.add('what is done by time', 'worker', plans)
  findings.expectNone('It was not seen that the worker', missing())
}
