import type { Arrived } from '#src/lib/forms/file-field.ts'
import { pieceBytes } from '#src/lib/http/limits.ts'
import { isCut, pauseAfter } from './again.ts'
import type { FormAction } from './form.tsx'

/** Answers in a row that cannot be read, of a desk that is there. */
const mostUnread = 6

type Given = {
  action: FormAction
  form: HTMLFormElement
  /** What the server shall know the file by. */
  key: string
  file: File
  name: string
  isStopped: () => boolean
  /** Is told how many bytes have arrived. */
  progress: (sent: number) => void
  /** Is told that a piece waits for a connection. */
  heldUp: () => void
}

/**
 * Brings a file to the desk in pieces, one after the other, through the form's own action. Each is sent again until there is an
 * answer, and the answer says where to go on. Resolves to the file as it is listed, to why there is none, in words, or to
 * nothing when it was stopped.
 */
export async function pieceByPiece(given: Given): Promise<Exclude<Arrived, { next: number }> | undefined> {
  const { action, form, key, file, name, isStopped, progress, heldUp } = given
  let at = 0
  for (let tries = 0, unread = 0; !isStopped(); ) {
    const bytes = await file
      .slice(at, at + pieceBytes)
      .arrayBuffer()
      .catch(() => null)
    if (!bytes) return { refused: `“${name}” cannot be read on this device. Choose it again.` }
    const data = new FormData()
    data.set('k', String(new FormData(form).get('k')))
    data.set('intent', 'piece')
    data.set('piece', JSON.stringify({ file: key, size: file.size, at }))
    data.set('upload', new File([bytes], name))
    try {
      const arrived = (await action(null, data))?.arrived
      if (arrived && !('next' in arrived)) return arrived
      if (arrived) {
        at = arrived.next
        progress(at)
        tries = 0
        unread = 0
        continue
      }
    } catch (error) {
      unread = isCut(error) ? 0 : unread + 1
    }
    if (unread === mostUnread)
      return { refused: `“${name}” could not be attached: the desk gives no answer. Choose it again.` }
    heldUp()
    await pauseAfter(tries++)
  }
  return undefined
}
