export type TallyLine = { href: string; name: string; count: number | string; words: string; late?: boolean }

/**
 * Lists with how much is in each, set like a timetable: the figure, the name, and a whole sentence that says what is
 * in it without the figure ("Nobody has taken these yet."). `late` sets the figure in the colour of lateness.
 */
export function Tally({ lines }: { lines: TallyLine[] }) {
  return (
    <ul className="tally">
      {lines.map(line => (
        <li key={line.href}>
          <a href={line.href}>{line.name}</a> <b className={line.late ? 'late' : undefined}>{line.count}</b>{' '}
          <span>{line.words}</span>
        </li>
      ))}
    </ul>
  )
}
