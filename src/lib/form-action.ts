import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { type Actor, actorInside, actorWith, rightsOfSender } from './actor.ts'
import { auth } from './auth.ts'
import { type Last, type Tx, transaction } from './db/client.ts'
import {
  type Composing,
  draftDuring,
  draftInstead,
  isAboutDraft,
  quietlySignedOut,
} from './forms/drafting.ts'
import { faultReport } from './forms/fault.ts'
import { holdSubmission, releaseHeld } from './forms/hold.ts'
import { withPageAround } from './forms/page-around.ts'
import { isForSomebodyElse, type Post, readPost, submissionOf } from './forms/post.ts'
import { type Outcome, type Report, reportOf } from './forms/report.ts'
import { claimSubmission, settleSubmission } from './forms/submission.ts'
import { keepForPage } from './forms/unsent.ts'
import { pathToSignIn } from './forms/way-back.ts'
import { formEnded, formIsRead } from './http/current-answer.ts'
import { answerWith } from './http/response-status.ts'
import { Refusal } from './refusal.ts'
import { wakeWorker } from './wake-worker.ts'

/**
 * Makes the server action of one form: session, fields, zod, then one transaction that takes the submission key,
 * does the work and stores where the browser goes. The same form sent again goes there again and does nothing.
 * A refusal or a fault comes back as a report with everything that was typed; nothing is thrown to the page.
 * @param name the form's name, as signed into its token, such as `tickets.reply`
 * @param work what is done in the transaction; returns the path to show next, says no by throwing a `Refusal`
 */
export function formAction<Form extends z.ZodObject>(
  name: string,
  form: Form,
  work: (tx: Tx, actor: Actor, input: z.output<Form>, form: Composing) => Promise<string>,
) {
  return actionFor(name, form, [], async post => {
    const [session, rights] = await Promise.all([
      auth().api.getSession({ headers: await headers() }),
      rightsOfSender(),
    ])
    // Kept for the person whose page it was, also when somebody else has signed in on this machine since.
    if (!session || isForSomebodyElse(post, session.user.id))
      return quietlySignedOut(post) ?? holdAndSignIn(post)
    if (isAboutDraft(post)) return draftInstead(post, session.user.id)
    if (post.errors) return { report: reportOf(post.data, post.errors) }
    const actor = actorWith(session.user, rights)
    const token = submissionOf(post, actor.userId)
    const once = async (tx: Tx, last: Last) => {
      const [before, acting] = await Promise.all([
        claimSubmission(tx, actor.userId, token, post),
        actorInside(tx, { ...actor, submissionId: token.key }),
      ])
      if (before !== null) return before
      const draft = draftDuring(tx, actor.userId, post)
      const path = await work(tx, acting, post.input, draft)
      last(
        draft.settle(),
        settleSubmission(tx, actor.userId, token, path),
        releaseHeld(tx, actor.userId, post),
      )
      return path
    }
    return { path: await transaction(actor.userId, once, { repeatable: true }) }
  })
}

async function holdAndSignIn(post: Post<unknown>): Promise<Outcome> {
  await holdSubmission(post)
  formEnded('held')
  return { path: await pathToSignIn() }
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
    const post = readPost(name, form, posted, secret)
    const outcome = await run(post).catch((error: unknown): Outcome => {
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
