import { type ReactNode, type SubmitEvent, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { leaveBehind } from './left-behind.ts'
import type { Action, patient } from './patience.tsx'

/**
 * Gives a form the patience to wait for a connection. What it needs for that is fetched when the page has loaded or
 * somebody begins to use the form, whichever comes first, because the page can be read and used before.
 * @returns `send` for its action, `submitted` for its submits, the `notice` that says how it stands, and what comes `later`,
 * when it is here
 */
export function usePatience(action: Action, id: string) {
  const [standing, tell] = useState<ReactNode>()
  const [later, arrived] = useState<Later>()
  const { prepare, send, submitted } = useMemo(() => fetched(action, id, tell, arrived), [action, id])
  useLayoutEffect(() => () => leaveBehind(id), [id])
  useEffect(() => {
    const form = document.getElementById(id)
    if (document.readyState === 'complete') prepare()
    addEventListener('load', prepare)
    form?.addEventListener('focusin', prepare)
    return () => {
      removeEventListener('load', prepare)
      form?.removeEventListener('focusin', prepare)
    }
  }, [id, prepare])
  return {
    // Only the action itself has a place in the HTML, for browsers without scripts.
    send: typeof window === 'undefined' ? action : send,
    submitted,
    later,
    // The live region is there before it has anything to say.
    notice: (
      <div aria-live="polite" className={standing ? 'notice' : undefined}>
        {standing}
      </div>
    ),
  }
}

type Later = Omit<typeof import('./later.ts'), 'patient'>

/** A form does not wait longer for what would make it patient: that may never come, and nobody is told that it failed. */
const longestMs = 2000

/** The patience of one form, whether it is here yet or not. */
function fetched(
  action: Action,
  id: string,
  tell: (notice: ReactNode) => void,
  arrived: (later: Later) => void,
) {
  let pressed: HTMLElement | null = null
  let coming: Promise<void> | undefined
  let here: ReturnType<typeof patient> | undefined

  function prepare() {
    coming ??= import('./later.ts').then(
      ({ patient, saveQuietly, Arriving }) => {
        here = patient({ action, id, tell, pressed: () => pressed })
        arrived({ saveQuietly, Arriving })
      },
      () => undefined, // The form is then sent once, and a fault leaves its text on the page that says so.
    )
    return coming
  }

  return {
    prepare,
    send: async (...[shown, data]: Parameters<Action>) => {
      await Promise.race([prepare(), new Promise(resolve => setTimeout(resolve, longestMs))])
      return (here?.send ?? action)(shown, data)
    },
    submitted(event: SubmitEvent) {
      pressed = event.nativeEvent.submitter
      here?.submitted(event)
    },
  }
}
