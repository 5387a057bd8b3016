import type { Actor } from '#src/lib/actor.ts'

/** One form of the product as somebody meets it in a browser. */
export type FormCase = {
  /** Whose page it is; null: nobody is signed in. */
  by: Actor | null
  /** Makes what the form is about and resolves to the page it stands on. Another one with every call. */
  page: () => Promise<string>
  /** What is typed or chosen, by field name. `mark` is a unique word; it stands in every text of `texts` but addresses. */
  typed: (mark: string) => Record<string, string>
  /** The fields of `typed` that are free text and must never be lost. A password is not among them. */
  texts: string[]
  /** The submit button by its name and value, where it has them. */
  button: { name: string; value: string } | null
  /** How often it was done, counted in the database: 0, 1, or (a fault of ours) more. Throws when a half of it was. */
  done: (mark: string, page: string) => Promise<number>
}
