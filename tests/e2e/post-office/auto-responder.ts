import { setTimeout as wait } from 'node:timers/promises'
import type { ReadMail } from '#tests/support/read-mail.ts'
import type { Correspondent } from './correspondent.ts'

type Answer = (mail: ReadMail, time: number) => Promise<void>

/** A program that answers every mail that comes to a mailbox, each once, until it is told to stop. */
export class AutoResponder {
  answered = 0
  readonly #whose: Correspondent
  readonly #answer: Answer
  #isOver = false
  readonly #all: Promise<void>

  constructor(whose: Correspondent, answer: Answer) {
    this.#whose = whose
    this.#answer = answer
    this.#all = this.#goOn()
    this.#all.catch(() => {})
  }

  get address(): string {
    return this.#whose.address
  }

  /** How many mails have come to it. */
  get came(): number {
    return this.#whose.raw.length
  }

  /** Stops it; rejects with what went wrong. */
  async stop(): Promise<void> {
    this.#isOver = true
    await this.#all
  }

  async #goOn() {
    while (!this.#isOver) {
      const mail = this.#whose.mails[this.answered]
      if (mail) {
        await this.#answer(mail, this.answered + 1)
        this.answered += 1
      } else await wait(50)
    }
  }
}
