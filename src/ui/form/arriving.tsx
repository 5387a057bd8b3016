import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FileLimits } from '#src/lib/forms/file-refusal.ts'
import { sizeWords } from '#src/lib/size-words.ts'
import { hearFiles } from './chosen-files.ts'
import { type Coming, type FileQueue, fileQueue, queues } from './file-queue.ts'
import type { FormAction } from './form.tsx'

/**
 * The files of a form that are on their way, with how far they are, and a live region that says what becomes of each.
 * @param list puts what is attached into the form
 */
export function Arriving(
  props: FileLimits & { action: FormAction | undefined; list: (listing: string) => void },
) {
  const place = useRef<HTMLDivElement>(null)
  const queue = useRef<FileQueue>(null)
  const given = useRef(props)
  const [all, show] = useState<Coming[]>([])
  const [said, say] = useState(
    'You can also paste a picture, or drop files on this form. Each is attached at once.',
  )

  useEffect(() => {
    given.current = props
  })
  useEffect(() => {
    const form = place.current?.closest('form')
    const field = form?.querySelector<HTMLInputElement>('[name=upload]')
    if (!form || !field) return
    // In the page before anything else is done with it: the next file, or a form that waits, reads it there.
    const list = (listing: string) => flushSync(() => given.current.list(listing))
    const { action, most, bytes } = given.current
    if (!action) return
    const made = fileQueue({ action, form, field, limits: { most, bytes }, show, say, list })
    queue.current = made
    queues.set(form.id, made)
    const deafen = hearFiles(form, field, made.take)
    return () => {
      deafen()
      made.end()
      queues.delete(form.id)
    }
  }, [])

  return (
    <div ref={place}>
      {all.length > 0 && (
        <ul className="files" aria-label="Files on their way">
          {all.map(one => (
            <li key={one.key}>
              <OnItsWay {...one} />{' '}
              <button
                type="button"
                className="quiet"
                aria-label={`${one.refused ? 'Remove' : 'Stop'} ${one.name}`}
                onClick={() => queue.current?.stop(one.key)}
              >
                {one.refused ? 'Remove' : 'Stop'}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="hint" aria-live="polite">
        {said}
      </p>
    </div>
  )
}

function OnItsWay({ name, file, sent, refused }: Coming) {
  if (refused) return <span className="error">{refused}</span>
  return (
    <>
      <bdi>{name}</bdi> ({sizeWords(file.size)}){' '}
      <progress max={file.size} value={sent} aria-label={`How much of ${name} has arrived`} />
    </>
  )
}
