import type { News } from './forms/report.ts'

/**
 * A "no" with its reason, in words for the person who asked. `field` names the input that it is about; `news`
 * is what somebody else did meanwhile, to be shown above the text that was kept.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly field?: string
  readonly news?: News[]

  constructor(words: string, field?: string, news?: News[]) {
    super(words)
    this.field = field
    this.news = news
  }
}
