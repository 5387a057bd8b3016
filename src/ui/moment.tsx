import { formatMoment, formatShortMoment, isoMoment } from '#src/lib/time-words.ts'

type MomentProps = { at: Date; zone?: string; short?: boolean }

/**
 * A moment written out in a time zone (an IANA name such as `Europe/Lisbon`; UTC unless told), zone named in the text.
 * `short` is for tables. Throws a RangeError on an unknown zone.
 */
export function Moment({ at, zone, short }: MomentProps) {
  return <time dateTime={isoMoment(at)}>{short ? formatShortMoment(at, zone) : formatMoment(at, zone)}</time>
}
