import { formatShortMoment, isoMoment } from '#src/lib/time-words.ts'

type DueProps = { at?: Date | null; hour?: string; words: string; late?: boolean; clock?: string }

/**
 * When something is owed, read like a departure: the hour first, then the sentence that says what and how soon.
 * `hour` is the time as the reader's zone has it, zone named ("14:35 UTC", "24 Nov, 09:00 UTC"); `words` is a whole
 * sentence ("First reply due in 25 minutes"). Leave `at` out when nothing is owed; without `hour` it is day and hour in
 * UTC. With the name of its `clock` the words are kept right while the page is open (`app/open-page`).
 */
export function Due({ at, hour, words, late, clock }: DueProps) {
  return (
    <span className={late ? 'due late' : 'due'} data-clock={clock}>
      {at ? <time dateTime={isoMoment(at)}>{hour ?? formatShortMoment(at)}</time> : null} <span>{words}</span>
    </span>
  )
}
