import { setTimeout as wait } from 'node:timers/promises'
import { elif, jonas, mira, tom } from '#src/demo/cast.ts'
import { Visitor } from './visitor.ts'

/** Two customers who open tickets and two agents who answer them, again and again, until they are told to stop. */
export class Load {
  /** A word for each message that was taken, as its writer saw it. */
  readonly taken: string[] = []
  readonly #address: string
  readonly #unanswered: string[] = []
  #isOver = false
  #all: Promise<unknown> = Promise.resolve()

  constructor(address: string) {
    this.#address = address
  }

  async begin(): Promise<void> {
    const people = await Promise.all(
      [elif, tom, mira, jonas].map(async person => {
        const visitor = new Visitor(this.#address)
        await visitor.signIn(person)
        return { visitor, once: person.kind === 'customer' ? this.#ask : this.#answer }
      }),
    )
    this.#all = Promise.all(people.map(({ visitor, once }) => this.#goOn(() => once(visitor))))
    this.#all.catch(() => {})
  }

  /** Waits until so many more messages were taken; throws the first thing that went wrong for anybody. */
  async goesOn(more: number): Promise<void> {
    const enough = this.taken.length + more
    const taken = async () => {
      while (this.taken.length < enough && !this.#isOver) await wait(20)
    }
    await Promise.race([this.#all, taken()])
  }

  /** Lets everybody end what they are at. */
  async end(): Promise<void> {
    this.#isOver = true
    await this.#all
  }

  async #goOn(once: () => Promise<void>): Promise<void> {
    try {
      while (!this.#isOver) await once()
    } finally {
      this.#isOver = true
    }
  }

  readonly #ask = async (customer: Visitor) => {
    const mark = newMark()
    const body = `The gangway of ${mark} is too steep.`
    const location = await customer.send('/tickets/new', { subject: `Gangway ${mark}`, body }, mark)
    this.taken.push(mark)
    this.#unanswered.push(/^\/tickets\/[^/?#]+/.exec(location)?.[0] ?? location)
  }

  readonly #answer = async (agent: Visitor) => {
    await agent.read('/desk')
    const ticket = this.#unanswered.shift()
    if (!ticket) return
    const mark = newMark()
    const body = `We lower it at ${mark}.`
    await agent.send(`/desk${ticket}/reply`, { body, status: 'pending' }, mark)
    this.taken.push(mark)
  }
}

/** A word that stands nowhere else. */
export const newMark = () => `mark${crypto.randomUUID().slice(0, 8)}`
