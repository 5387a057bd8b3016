import { formatMoment } from '#src/lib/time-words.ts'

/** A moment written out in the reader's time zone (an IANA name such as `Europe/Lisbon`), zone named in the text. */
export function Moment({ at, zone }: { at: Date; zone: string }) {
  return <time dateTime={at.toISOString()}>{formatMoment(at, zone)}</time>
}
