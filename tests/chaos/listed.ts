import { z } from 'zod'
import type { OwnFile } from './own-file.ts'
import { type Button, type ReadForm, takesFiles, valueIn } from './read-form.ts'

const listings = z.array(z.object({ hash: z.string(), name: z.string(), proof: z.string() }))
type Listed = z.output<typeof listings>[number]
type Known = Pick<OwnFile, 'name' | 'hash'>

/** The files that a form says are kept for it. */
export function listedOn(form: ReadForm): Listed[] {
  return listings.parse(JSON.parse(valueIn(form, 'files') || '[]'))
}

/** The files that are chosen in a form and not kept yet, as far as one knows. */
export function chosenOn(form: ReadForm): OwnFile[] {
  return form.fields.flatMap(({ files = [] }) => files)
}

export function isSame(one: Known, other: Known): boolean {
  return one.name === other.name && one.hash === other.hash
}

/** The button that takes a file out of a form; undefined where the page has none. */
export function removing({ proof }: Listed, { buttons }: ReadForm): Button | undefined {
  return buttons.find(({ value }) => value === `remove-file ${proof}`)
}

/** Whether a sheet that is sent with this intent is only about its files. */
export function isAboutFiles(intent: string): boolean {
  return /^(attach$|remove-file )/.test(intent)
}

/**
 * What is wrong with the list of files on a page that answers a form: what was listed stays, unless it was taken out; what
 * was chosen is there, unless the fault was ours and it can be chosen again; and nothing else is, or twice.
 * @param intent what was asked for by the button, or by the page that stands in
 */
export function amissOn(status: number, form: ReadForm, sent: ReadForm, intent: string): string[] {
  const now = listedOn(form)
  const stayed = listedOn(sent).filter(({ proof }) => intent !== `remove-file ${proof}`)
  const may = [...stayed, ...chosenOn(sent)]
  const must = status < 500 || !takesFiles(form) ? may : stayed
  const isIn = (all: Known[], file: Known) => all.some(other => isSame(file, other))
  return [
    ...must.filter(file => !isIn(now, file)).map(({ name }) => `${name} is not listed`),
    ...now.filter(file => !isIn(may, file)).map(({ name }) => `${name} is listed, of which nothing was sent`),
    ...now
      .filter((file, place) => isIn(now.slice(0, place), file))
      .map(({ name }) => `${name} is listed twice`),
  ]
}
