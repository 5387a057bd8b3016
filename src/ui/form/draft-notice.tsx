import { deskZone } from '#src/lib/zone.ts'
import { Moment } from '#src/ui/moment.tsx'

type Kept = { path: string; savedAt: Date }

/** Says that the form holds a draft. */
export function DraftNotice({ savedAt }: Kept) {
  return (
    <p className="hint">
      This is the draft that you kept on <Moment at={savedAt} zone={deskZone()} />. Nothing of it was sent.
    </p>
  )
}

/** Says that a draft about the same is kept on another page, and leads there. */
export function DraftElsewhere({ path, savedAt }: Kept) {
  return (
    <p className="hint">
      On <Moment at={savedAt} zone={deskZone()} /> you kept a draft about this.{' '}
      <a href={path}>Go on with that draft</a>
    </p>
  )
}
