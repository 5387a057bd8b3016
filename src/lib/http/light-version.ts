import type { IncomingMessage } from 'node:http'
import { currentAnswer, requestsAreWatched } from './current-answer.ts'

/** What is known of how somebody wants their pages; the first that says anything decides. */
export type AskedVersion = {
  /** The desk sends everybody the light version. */
  always: boolean
  /** What the person chose for their account; null for nothing. */
  account: boolean | null
  /** What was chosen in this browser by somebody who was not signed in, or is not now. */
  browser: boolean | null
  /** The browser says that it saves data. */
  saving: boolean
}

export type Version = { light: boolean; because: keyof AskedVersion | null }

/** The cookie that keeps the choice in a browser. */
export const versionCookie = 'holdfast-version'

/** What a request itself says; of its person's account nothing is known yet. */
export function askedVersion({ headers }: Pick<IncomingMessage, 'headers'>, always: boolean): AskedVersion {
  const [, chosen] = /(?:^|;\s*)holdfast-version=(light|full)(?:;|$)/.exec(headers.cookie ?? '') ?? []
  const saving = String(headers['save-data'] ?? '').toLowerCase() === 'on'
  return { always, account: null, browser: chosen ? chosen === 'light' : null, saving }
}

/** The version that follows, and what decided. */
export function versionOf({ always, account, browser, saving }: AskedVersion): Version {
  if (always) return { light: true, because: 'always' }
  if (account !== null) return { light: account, because: 'account' }
  if (browser !== null) return { light: browser, because: 'browser' }
  return saving ? { light: true, because: 'saving' } : { light: false, because: null }
}

/** In which version the page that is being made is sent; null where the request hook is not at work: then in full. */
export function currentVersion(): Version | null {
  const asked = currentAnswer()?.version
  if (asked) return versionOf(asked)
  return requestsAreWatched() ? { light: false, because: null } : null
}

/** Tells the answer that is being made what its reader chose for their account. */
export function tellVersionOf(account: boolean | null | undefined): void {
  const asked = currentAnswer()?.version
  if (asked) asked.account = account ?? null
}
