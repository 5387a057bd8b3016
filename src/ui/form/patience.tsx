import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Report } from '#src/lib/forms/report.ts'
import { ConnectionNotice, type Standing } from './connection-notice.tsx'
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
const pauses = [1, 2, 4, 8]
const longestPause = 15
/** Who gets an answer sooner need not hear that it is on its way. */
const soon = 1
const slow = 10

const standings = {
  sending: { words: 'Sending. This takes a moment.', canStop: false },
  slow: { words: 'This takes longer than usual. Nothing is lost.', canStop: false },
  'no-connection': {
    words: 'Waiting for a connection. Nothing is lost: what you wrote is sent as soon as there is one.',
    canStop: true,
  },
  'no-answer': {
    words: 'The desk does not answer right now. Nothing is lost: what you wrote is sent as soon as it does.',
    canStop: true,
  },
}

const tooLarge = {
  text: 'This is more text than the form can take, so it was not sent. Shorten it and send it again.',
  files: 'These files are too much at once, so nothing was sent. Attach fewer of them at a time.',
}
const changed =
  'The desk has changed since you opened this page. Copy what you wrote, load the page again, put it back in and send it.'
const unreadable =
  'The desk gave no answer that could be read. Everything you wrote is still here. Send it again in a moment: it counts once.'
const stopped =
  'You stopped waiting. Everything you wrote is still here. Send it again when you want to: it counts once.'

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
      return await answerTo(posted)
    } finally {
      isSending = false
      removeEventListener('online', hurry)
      removeEventListener('beforeunload', askBeforeLeaving)
      tell(undefined)
    }
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
      await pause(pauses[tries] ?? longestPause)
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

  function pause(seconds: number) {
    return new Promise<void>(resolve => {
      wake = resolve
      setTimeout(resolve, seconds * 1000)
    })
  }

  /** Is asked at each submit: one that comes while the form is being sent hurries that, and is none of its own. */
  function submitted(event: { preventDefault(): void }) {
    if (isSending) event.preventDefault()
    wake()
  }

  function stop() {
    isStopped = true
    wake()
  }

  return { send, submitted }
}

// What `fetch` says of a line that is down, and of a wait that was ended.
function isCut(error: unknown) {
  return error instanceof TypeError || error instanceof DOMException
}

function askBeforeLeaving(event: BeforeUnloadEvent) {
  event.preventDefault()
}
