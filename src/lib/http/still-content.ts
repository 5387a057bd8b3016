import type { ReactNode } from 'react'

/** Where the answers that are being made are found by all bundles of the server, which share nothing else. */
export const answersKey = Symbol.for('holdfast.answers')

/** A part that was put by: made into HTML already where that can be done without React. */
export type StillPart = { html: string } | { children: ReactNode }

type Shared = { [answersKey]?: { getStore(): { still?: StillPart[] } | undefined } }

/** On the server: the part of the page that is being made which was put by at this place. */
export function stillContent(place: number): StillPart | undefined {
  return (globalThis as Shared)[answersKey]?.getStore()?.still?.[place]
}
