import type { Details } from './details.ts'

export type TeamId = 'bookings' | 'parcels' | 'access' | 'digital'

/**
 * One step of a conversation. An agent's answer sets the ticket to pending unless `sets` says otherwise;
 * `after` is the time since the step before in minutes, where the text itself speaks of time.
 */
export type Turn = { after?: number } & (
  | { customer: string }
  | { agent: string; sets?: 'open' | 'pending' | 'solved' }
  | { note: string }
  | { moveTo: TeamId }
  | { priority: 'low' | 'normal' | 'high' | 'urgent' }
  | { confirms: true }
  | { disputes: string }
)

/** A conversation written by hand. It may be told of several people, with other bookings, boats and days. */
export type Thread = {
  key: string
  team: TeamId
  priority: 'low' | 'normal' | 'high' | 'urgent'
  /** BCP 47; English where it is absent. The requester is somebody who writes this language. */
  language?: string
  channel?: 'phone'
  /** The thread whose closed ticket this one follows up. */
  follows?: string
  tell: (details: Details) => { subject: string; turns: Turn[] }
}
