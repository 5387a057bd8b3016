import 'server-only'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { type Actor, actorInside } from './actor.ts'
import { type Last, type Tx, transaction } from './db/client.ts'
import { type Composing, draftDuring, draftInstead, isAboutDraft } from './forms/drafting.ts'
import { faultReport } from './forms/fault.ts'
import { isAboutFiles, receiveFiles } from './forms/file-field.ts'
import { releaseHeld } from './forms/hold.ts'
import { withPageAround } from './forms/page-around.ts'
import { type Post, readPost, submissionOf } from './forms/post.ts'
import { fileReport, type Outcome, type Report, reportOf } from './forms/report.ts'
import { senderOf, wayOfGuest } from './forms/sender.ts'
import { claimSubmission, settleSubmission } from './forms/submission.ts'
import { keepForPage } from './forms/unsent.ts'
import { formEnded, formIsRead } from './http/current-answer.ts'
import { answerWith } from './http/response-status.ts'
import { Refusal } from './refusal.ts'
import { wakeWorker } from './wake-worker.ts'

type Work<Input, Found> = (
  tx: Tx,
  actor: Actor,
  input: Input,
  form: Composing,
  found: Found,
  last: Last,
) => Promise<string>
type Besides<Input, Found> = { guests?: boolean; ahead?: (actor: Actor, input: Input) => Promise<Found> }

/**
 * Makes the server action of one form: session, fields, zod, then one transaction that takes the submission key,
 * does the work and stores where the browser goes. The same form sent again goes there again and does nothing.
 * A refusal or a fault comes back as a report with everything that was typed; nothing is thrown to the page.
 * @param name the form's name, as signed into its token, such as `tickets.reply`
 * @param work what is done in the transaction; returns the path to show next, says no by throwing a `Refusal`
 * @param guests whether it is also for somebody who came by the link of one ticket, to whose page they then go
 * @param ahead what takes too long for a transaction, such as asking another server: it is done before, changes nothing,
 * and what it found is given to `work`
 */
export function formAction<Form extends z.ZodObject, Found = undefined>(
  name: string,
  form: Form,
  work: Work<z.output<Form>, Found>,
  { guests = false, ahead }: Besides<z.output<Form>, Found> = {},
) {
  return actionFor(name, form, [], async post => {
    const sender = await senderOf(post, guests)
    if (sender.instead) return sender.instead
    const { actor, pageFor } = sender
    if (isAboutDraft(post)) return draftInstead(post, actor.userId, pageFor)
    if (isAboutFiles(post.aside.intent)) return { report: fileReport(post) }
    if (post.errors) return { report: reportOf(post.data, post.errors) }
    const token = submissionOf(post, pageFor)
    // Without `ahead` there is nothing to find, and `Found` is undefined.
    const found = (await ahead?.(actor, post.input)) as Found
    const once = async (tx: Tx, last: Last) => {
      const [before, acting] = await Promise.all([
        claimSubmission(tx, actor.userId, token, post),
        actorInside(tx, { ...actor, submissionId: token.key }),
      ])
      if (before !== null) return before
      const draft = draftDuring(tx, actor.userId, post)
      const path = await work(tx, acting, post.input, draft, found, last)
      last(
        draft.settle(),
        settleSubmission(tx, actor.userId, token, path),
        releaseHeld(tx, actor.userId, post),
      )
      return path
    }
    const path = await transaction(actor.userId, once, { repeatable: true })
    return { path: actor.kind === 'guest' ? wayOfGuest(actor, post.aside.link, path) : path }
  })
}

/**
 * The shell of every action: reads the post, turns whatever happens into a redirect or a report, and logs a fault
 * once. Actions for people who are not signed in yet use it directly.
 * @param secret the fields that are never sent back to the page and never stored
 */
export function actionFor<Form extends z.ZodObject>(
  name: string,
  form: Form,
  secret: readonly (string & keyof z.output<Form>)[],
  run: (post: Post<z.output<Form>>) => Promise<Outcome>,
) {
  const action = async (_shown: Report | null, posted: FormData): Promise<Report> => {
    formIsRead()
    const received = await receiveFiles(name, form, posted)
    if (received.arrived) return { ...reportOf(new FormData(), {}), arrived: received.arrived }
    const post = readPost(name, form, posted, { secret, received })
    const running = received.fault ? Promise.reject(received.fault) : run(post)
    const outcome = await running.catch((error: unknown): Outcome => {
      if (!(error instanceof Refusal)) {
        formEnded('failed')
        return { report: faultReport(post, error, secret) }
      }
      const words = [error.message]
      const errors = error.field ? { fieldErrors: { [error.field]: words } } : { formErrors: words }
      const { news, hidden, retryAfter } = error
      if (retryAfter) answerWith(429, { retryAfter })
      return { report: { ...reportOf(post.data, errors, secret), news, hidden } }
    })
    formEnded('path' in outcome ? 'done' : 'refused')
    if ('path' in outcome) {
      wakeWorker()
      redirect(outcome.path)
    }
    const report = withPageAround(post, outcome.report)
    keepForPage(action, post, report, secret)
    return report
  }
  return action
}
