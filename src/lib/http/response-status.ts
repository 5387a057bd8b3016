import { type AnswerStatus, currentAnswer } from './current-answer.ts'

/**
 * Gives the page that is being rendered a status other than 200, which Next offers no way to do. Call it in
 * a Server Component page, or in an action whose report is shown by rendering the page again. The response
 * hook writes the status when the answer begins; requests of the client router keep their 200, because it
 * would otherwise throw the answer away. Where the hook is not at work it does nothing and the page reads
 * the same with a 200.
 *
 * Never call it under `not-found.tsx`, `forbidden.tsx` or `unauthorized.tsx`: Next renders those beside every page,
 * shown or not, so every page would get the status. They have theirs from Next, and no scripts from the hook.
 * @param noScript also forbid every script on this page, for a page that has nothing a script could add
 * @param retryAfter seconds until another try makes sense
 */
export function answerWith(status: AnswerStatus, { noScript = false, retryAfter }: More = {}): void {
  const answer = currentAnswer()
  if (!answer) return
  answer.status = status
  answer.noScript ||= noScript
  answer.retryAfter = retryAfter
}

type More = { noScript?: boolean; retryAfter?: number }
