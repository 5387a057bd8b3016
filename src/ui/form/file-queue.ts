import type { ListedFile } from '#src/lib/forms/file-field.ts'
import { type FileLimits, fileRefusal } from '#src/lib/forms/file-refusal.ts'
import { pieceBytes } from '#src/lib/http/limits.ts'
import type { FormAction } from './form.tsx'
import { askBeforeLeaving } from './leaving.ts'
import { pieceByPiece } from './piece-by-piece.ts'

/** A file that is on its way or waits for its turn, with how many bytes have arrived; or one that is not taken, with why. */
export type Coming = { key: string; name: string; file: File; sent: number; refused?: string }

type Given = {
  action: FormAction
  form: HTMLFormElement
  field: HTMLInputElement
  limits: FileLimits
  show: (all: Coming[]) => void
  say: (words: string) => void
  /** Puts what is attached into the form, at once. */
  list: (listing: string) => void
}

export type FileQueue = ReturnType<typeof fileQueue>

/** The queues of the forms of this page, by the id of the form: a form is sent when its files are here. */
export const queues = new Map<string, FileQueue>()

/** Brings files to the desk, one after the other, while somebody goes on writing, and lists in the form what has arrived. */
export function fileQueue({ action, form, field, limits, show, say, list }: Given) {
  let all: Coming[] = []
  let running: Promise<void> | undefined

  const waiting = () => all.filter(({ refused }) => refused === undefined)
  const isHere = (key: string) => all.some(one => one.key === key)

  function put(now: Coming[]) {
    all = now
    show(now)
  }

  function change(key: string, change: Partial<Coming>) {
    put(all.map(one => (one.key === key ? { ...one, ...change } : one)))
  }

  function drop(key: string) {
    put(all.filter(one => one.key !== key))
  }

  function take(files: File[]) {
    for (const file of files) {
      const refused = fileRefusal(file, listedIn(form).length + waiting().length, limits)
      put([...all, { key: newKey(), name: file.name, file, sent: 0, refused }])
      if (refused) say(refused)
    }
    running ??= bringAll().finally(() => {
      running = undefined
    })
  }

  async function bringAll() {
    addEventListener('beforeunload', askBeforeLeaving)
    for (let [one] = waiting(); one; [one] = waiting()) await bring(one)
    removeEventListener('beforeunload', askBeforeLeaving)
  }

  async function bring({ key, name, file }: Coming) {
    let quarter = 0
    if (file.size > pieceBytes) say(`“${name}” is being attached.`)
    const end = await pieceByPiece({
      ...{ action, form, key, file, name },
      isStopped: () => !isHere(key),
      progress(sent) {
        change(key, { sent })
        const now = Math.floor((4 * sent) / file.size)
        if (now > quarter && file.size > 8 * pieceBytes)
          say(`“${name}” is being attached: ${now * 25} per cent.`)
        quarter = now
      },
      heldUp: () => say(`Waiting for a connection. “${name}” goes on from where it was.`),
    })
    if (!end || !isHere(key)) return
    if ('refused' in end) {
      change(key, end)
      say(end.refused)
      return
    }
    const others = listedIn(form).filter(({ proof }) => proof !== end.listed.proof)
    relist([...others, end.listed])
    drop(key)
    say(`“${end.listed.name}” is attached. Nothing was sent yet.`)
  }

  function relist(files: ListedFile[]) {
    list(files.length > 0 ? JSON.stringify(files) : '')
    form.dispatchEvent(new Event('relisted'))
  }

  function remove(proof: string) {
    const listed = listedIn(form)
    const gone = listed.find(file => file.proof === proof)
    relist(listed.filter(file => file !== gone))
    field.focus() // The button that had the focus is gone.
    if (gone) say(`“${gone.name}” was removed. Nothing was sent yet.`)
  }

  return {
    take,
    remove,
    isBusy: () => waiting().length > 0,
    settled: () => running,
    /** Gives up a file that is on its way, or one that was not taken. */
    stop(key: string) {
      const one = all.find(one => one.key === key)
      drop(key)
      field.focus()
      if (one && !one.refused) say(`“${one.name}” was stopped. It is not attached.`)
    },
    /** Why files that were chosen are not attached; asked once, as the form is then shown with it. */
    takeRefusals(): string[] {
      const words = all.flatMap(({ refused }) => refused ?? [])
      put(waiting())
      return words
    },
    /** What was attached so far, for who presses the button that needs not be pressed. */
    tell() {
      if (running) return
      const isAny = listedIn(form).length > 0
      say(
        isAny
          ? 'What you chose is attached. Nothing was sent yet.'
          : 'Choose a file first. It is then attached by itself.',
      )
    },
    end: () => put([]),
  }
}

function listedIn(form: HTMLFormElement): ListedFile[] {
  return JSON.parse(form.querySelector<HTMLInputElement>('[name=files]')?.value || '[]')
}

// Not a UUID of the browser: it makes none where a desk is reached by plain http.
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('-')
}
