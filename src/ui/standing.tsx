import type { ReactNode } from 'react'

type StandingProps = { badge: ReactNode; words: string; next: ReactNode; due?: ReactNode }

/**
 * Where a ticket stands, for the person who asked: the status, what it means, what happens next and by when. `words`
 * and `next` are whole sentences; `badge` is a StatusBadge, `due` a Due.
 */
export function Standing({ badge, words, next, due }: StandingProps) {
  return (
    <section className="standing">
      <h2>Where this stands</h2>
      <p>{badge}</p>
      <p>
        <strong>{words}</strong>
      </p>
      <p>{next}</p>
      {due ? <p>{due}</p> : null}
    </section>
  )
}
