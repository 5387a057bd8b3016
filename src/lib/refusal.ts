import type { News } from './forms/report.ts'

/** What a form that was refused shows besides the words. */
type Shown = {
  /** What somebody else did meanwhile, to be shown above the text that was kept. */
  news?: News[]
  /** Its hidden fields as things stand now, so that the next try is judged by what this one has shown. */
  hidden?: Record<string, string>
  /** Seconds until another try makes sense, where there were too many. */
  retryAfter?: number
}

/** A "no" with its reason, in words for the person who asked. `field` names the input that it is about. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly field?: string
  readonly news?: News[]
  readonly hidden?: Record<string, string>
  readonly retryAfter?: number

  constructor(words: string, field?: string, { news, hidden, retryAfter }: Shown = {}) {
    super(words)
    this.field = field
    this.news = news
    this.hidden = hidden
    this.retryAfter = retryAfter
  }
}
