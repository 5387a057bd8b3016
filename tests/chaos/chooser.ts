import type { Dice } from '#src/demo/dice.ts'
import { chosenOn, isSame, listedOn, removing } from './listed.ts'
import { type OwnFile, ownFile } from './own-file.ts'
import type { Luggage } from './plan.ts'
import { type Button, type ReadForm, takesFiles, withChosen } from './read-form.ts'

const attach = { name: 'intent', value: 'attach' }

/** What somebody does in a form for the files that they want to send with it. */
export class Chooser {
  readonly #wanted: OwnFile[]
  readonly #dice: Dice
  readonly #isPatient: boolean
  /** Chosen once by mistake, and taken out again. */
  #mistaken: OwnFile[]
  /** Whether the form takes files at all, which its page has shown. */
  #hasField = false

  constructor(luggage: Luggage | null, mark: string, dice: Dice) {
    const { sizes, way } = luggage ?? { sizes: [], way: 'at once' }
    this.#wanted = sizes.map((size, index) => ownFile(mark, index + 1, size))
    this.#mistaken = way === 'one taken out' ? [ownFile(mark, 0, 4000)] : []
    this.#isPatient = way !== 'at once'
    this.#dice = dice
  }

  /**
   * Chooses what the form does not list. A browser gives no page what was chosen on another one, and people choose in
   * another order the next time.
   */
  fillIn(form: ReadForm): ReadForm {
    if (!takesFiles(form)) return form
    this.#hasField = true
    const all = [...this.#missingOn(form), ...this.#mistaken]
    this.#mistaken = []
    return withChosen(form, this.#dice.shuffled(all))
  }

  /** The files that the message has in the end. */
  get wanted(): OwnFile[] {
    return this.#hasField ? this.#wanted : []
  }

  /** The button for files that is pressed before this sheet is sent; undefined when there is nothing to do for them. */
  buttonOn(sheet: ReadForm): Button | undefined {
    const tooMany = listedOn(sheet).find(file => !this.#isWanted(file))
    const button = tooMany && removing(tooMany, sheet)
    if (button || !takesFiles(sheet)) return button
    const chosen = chosenOn(sheet)
    const isToAttach = this.#isPatient ? chosen.length > 0 : chosen.some(file => !this.#isWanted(file))
    return isToAttach ? attach : undefined
  }

  #missingOn(form: ReadForm): OwnFile[] {
    const listed = listedOn(form)
    return this.wanted.filter(file => !listed.some(other => isSame(file, other)))
  }

  #isWanted(file: Pick<OwnFile, 'name' | 'hash'>): boolean {
    return this.#wanted.some(wanted => isSame(wanted, file))
  }
}
