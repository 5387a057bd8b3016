import { needWords } from '#src/people/needs.ts'
import type { DeskTicket } from '#src/tickets/desk-queries.ts'
import { Prose } from '#src/ui/prose.tsx'

/** How the requester wants to be communicated with, for whoever answers; nothing when they never said. */
export function Needs({ told, level }: { told: DeskTicket['needs']; level: 'h2' | 'h3' }) {
  const Heading = level
  if (told.needs.length === 0 && told.words === '') return null
  return (
    <>
      <Heading>How to communicate with them</Heading>
      {told.needs.length > 0 && (
        <ul>
          {told.needs.map(need => (
            <li key={need}>
              {needWords[need].name}: <span className="hint">{needWords[need].meaning}</span>
            </li>
          ))}
        </ul>
      )}
      {told.words && <Prose text={told.words} />}
    </>
  )
}
