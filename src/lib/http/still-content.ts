import type { ReactNode } from 'react'

/** Where the answers that are being made are found by all bundles of the server, which share nothing else. */
export const answersKey = Symbol.for('holdfast.answers')

type Shared = { [answersKey]?: { getStore(): { still?: ReactNode[] } | undefined } }

/** On the server: the part of the page that is being made which was put by at this place. */
export function stillContent(place: number): ReactNode {
  return (globalThis as Shared)[answersKey]?.getStore()?.still?.[place]
}
