/** Lets pieces of work of one name run one after another. */
export class OneAtATime {
  readonly #last = new Map<string, Promise<unknown>>()

  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(work)
    this.#last.set(name, mine)
    return mine
  }
}
