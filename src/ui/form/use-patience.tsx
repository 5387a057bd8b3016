import { useLayoutEffect, useMemo, useState } from 'react'
import { ConnectionNotice } from './connection-notice.tsx'
import { leaveBehind } from './left-behind.ts'
import { type Action, patient, type Standing } from './patience.ts'

/**
 * Gives a form the patience to wait for a connection.
 * @returns `send` for its action, `submitted` for its submits, and the `notice` that says how it stands
 */
export function usePatience(action: Action, id: string) {
  const [standing, tell] = useState<Standing>()
  const { send, submitted, stop } = useMemo(() => patient(action, id, tell), [action, id])
  useLayoutEffect(() => () => leaveBehind(id), [id])
  return {
    // Only the action itself has a place in the HTML, for browsers without scripts.
    send: typeof window === 'undefined' ? action : send,
    submitted,
    notice: <ConnectionNotice standing={standing} onStop={stop} />,
  }
}
