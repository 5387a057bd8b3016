/**
 * What somebody does with any browser, in the words that stand on the page. A step waits for the page that it leads to,
 * and fails in words when what it names is not there.
 */
export type Driver = {
  goto: (path: string) => Promise<void>
  /** Follows the first link with this text, or whose text begins with it and goes on after a colon. */
  follow: (link: string) => Promise<void>
  fill: (label: string, text: string) => Promise<void>
  /** One of several that are all in sight, or a box to tick. */
  tick: (label: string) => Promise<void>
  /** One from a list that opens. */
  choose: (label: string, option: string) => Promise<void>
  press: (button: string) => Promise<void>
  /** Expects these words on the page, on one line or on several. */
  reads: (...words: string[]) => Promise<void>
  readsNowhere: (words: string) => Promise<void>
  /** Expects a field to hold this text. */
  holds: (label: string, text: string) => Promise<void>
  close: () => Promise<void>
}
