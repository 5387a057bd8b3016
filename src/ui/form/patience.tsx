import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Report } from '#src/lib/forms/report.ts'
import { isCut, pauseAfter } from './again.ts'
import { ConnectionNotice, type Standing } from './connection-notice.tsx'
import { queues } from './file-queue.ts'
import { askBeforeLeaving } from './leaving.ts'
import { changed, standings, stopped, tooLarge, unreadable } from './patience-words.ts'
import { isTooLarge } from './too-large.ts'
import { reportWith, typedIn, withWhatCameLater } from './typed.ts'
import { seeWholeAnswers } from './whole-answers.ts'

if (typeof window !== 'undefined') seeWholeAnswers()

export type Action = (shown: Report | null, data: FormData) => Promise<Report | null>

type Given = {
  action: Action
  id: string
  pressed: () => HTMLElement | null
  tell: (notice: ReactNode) => void
}

/** Six answers in a row that cannot be read, half a minute in all: longer than a desk takes to start again. */
const mostUnread = 6
/** Who gets an answer sooner need not hear that it is on its way. */
const soon = 1
const slow = 10

/**
 * Makes an action that is sent again until there is an answer; the form's token makes it count once. Each try takes
 * what stands in the form by then. What will never be answered ends as a report with everything that was typed.
 * @param id of the form
 * @param pressed finds the button that was pressed last
 * @param tell is told how it stands while there is no answer, for people, and nothing when it has ended
 */
export function patient({ action, id, pressed, tell }: Given) {
  let isSending = false
  let isStopped = false
  let wake = () => {}
  const hurry = () => wake()

  async function send(_shown: Report | null, posted: FormData): Promise<Report | null> {
    const what = isTooLarge(posted, id)
    if (what) return reportWith(tooLarge[what], posted)
    isSending = true
    isStopped = false
    addEventListener('online', hurry)
    try {
      const data = await withFiles(posted)
      return data instanceof FormData ? await answerTo(data) : data
    } finally {
      isSending = false
      removeEventListener('online', hurry)
      removeEventListener('beforeunload', askBeforeLeaving)
      tell(undefined)
    }
  }

  // What was chosen goes with the form, or else the form stays and says why.
  async function withFiles(posted: FormData): Promise<FormData | Report> {
    const files = queues.get(id)
    if (!files) return posted
    if (files.isBusy()) say(standings.files)
    while (files.isBusy() && !isStopped) await Promise.race([files.settled(), woken()])
    const data = typedIn(id, pressed()) ?? posted
    if (isStopped) return reportWith(stopped, data)
    const refused = files.takeRefusals()
    return refused.length > 0 ? reportWith(null, data, { upload: refused }) : data
  }

  async function answerTo(posted: FormData): Promise<Report | null> {
    let data = posted
    for (let tries = 0, unread = 0; ; tries += 1) {
      const answer = await oneTry(data, tries === 0)
      if (typeof answer !== 'string') return answer && withWhatCameLater(answer, data, typedIn(id, pressed()))
      data = typedIn(id, pressed()) ?? data
      unread = answer === 'no-answer' ? unread + 1 : 0
      if (answer === 'unknown-form') return reportWith(changed, data)
      if (unread === mostUnread) return reportWith(unreadable, data)
      say(standings[answer])
      addEventListener('beforeunload', askBeforeLeaving)
      await Promise.race([pauseAfter(tries), woken()])
      data = typedIn(id, pressed()) ?? data
      if (isStopped) return reportWith(stopped, data)
    }
  }

  // A redirect is thrown on: it belongs to Next.
  async function oneTry(data: FormData, isFirst: boolean) {
    const early = isFirst ? setTimeout(say, soon * 1000, standings.sending) : undefined
    const late = setTimeout(say, slow * 1000, standings.slow)
    try {
      return await action(null, data)
    } catch (error) {
      unstable_rethrow(error)
      if (unstable_isUnrecognizedActionError(error)) return 'unknown-form'
      return isCut(error) ? 'no-connection' : 'no-answer'
    } finally {
      clearTimeout(early)
      clearTimeout(late)
    }
  }

  function say(standing: Standing) {
    tell(<ConnectionNotice {...standing} onStop={stop} />)
  }

  function woken() {
    return new Promise<void>(resolve => {
      wake = resolve
    })
  }

  /** Is asked at each submit: one that comes while the form is being sent hurries that, and is none of its own. */
  function submitted(event: { preventDefault(): void }) {
    if (isSending || isForFiles(pressed())) event.preventDefault()
    wake()
  }

  // What is done at once where files come by themselves.
  function isForFiles(button: HTMLElement | null): boolean {
    const files = queues.get(id)
    const intent = button instanceof HTMLButtonElement ? button.value : ''
    const [, proof] = /^remove-file (.*)/.exec(intent) ?? []
    if (!files || (intent !== 'attach' && !proof)) return false
    if (proof) files.remove(proof)
    else files.tell()
    return true
  }

  function stop() {
    isStopped = true
    wake()
  }

  return { send, submitted }
}
