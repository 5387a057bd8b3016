import { currentVersion } from '#src/lib/http/light-version.ts'
import { formatShortMoment } from '#src/lib/time-words.ts'
import { deskZone } from '#src/lib/zone.ts'
import { OpenPage } from './open-page/open-page.tsx'

type AsOfProps = { at: Date; version: string; again?: string }

/**
 * When the page was read: whatever stands on it was so then. With scripts its due times are kept right from here on, and
 * it offers to look for new activity; `version` is the name of what it shows (`pageVersion`).
 * @param again the address at which it says whether something is new; leave it out where a form would lose its text
 */
export function AsOf({ at, version, again }: AsOfProps) {
  const sent = currentVersion()
  const zone = deskZone()
  return (
    <p className="as-of" data-zone={zone} data-version={sent && !sent.light ? version : undefined}>
      As of <time dateTime={at.toISOString()}>{formatShortMoment(at, zone)}</time>.
      {again && (
        <>
          {' '}
          <a href={again}>Look for new activity</a>
        </>
      )}
      {!sent?.light && <OpenPage />}
    </p>
  )
}
