type Turn = { alone: Promise<unknown>; beside: Promise<unknown>[] }

/** Lets pieces of work of one name run side by side, but those that need to be alone by themselves. */
export class Turns {
  readonly #turns = new Map<string, Turn>()

  async take<T>(name: string, isAlone: boolean, work: () => Promise<T>): Promise<T> {
    const turn = this.#turns.get(name) ?? { alone: Promise.resolve(), beside: [] }
    const before = Promise.allSettled(isAlone ? [turn.alone, ...turn.beside] : [turn.alone])
    const mine = before.then(work)
    const beside = isAlone ? [] : [...turn.beside.slice(-100), mine]
    this.#turns.set(name, { alone: isAlone ? mine : turn.alone, beside })
    return mine
  }
}
