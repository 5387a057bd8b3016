import { deskZone } from '#src/lib/zone.ts'
import { Thread } from '#src/ui/thread.tsx'
import { Timeline } from '#src/ui/timeline.tsx'

const at = new Date('2026-11-23T14:35:00Z')

const messages = [
  {
    id: 'message-1',
    author: 'Ana Souza',
    role: 'Requester',
    body: 'The ferry left without me.\n\nIt was 14:20, the timetable says 14:35: https://kelpbay.test/timetable',
    files: [
      {
        id: 'file-1',
        href: '#message-1',
        name: 'the board.jpg',
        words: 'JPEG picture, 214 kB',
        description: 'The board above pier 2. It says 14:35.',
      },
    ],
  },
  {
    id: 'message-2',
    author: 'Mira Castellanos',
    role: 'Agent, Bookings',
    body: 'She is right: the board showed the winter times.',
    internal: true,
  },
  {
    id: 'message-3',
    author: 'ليلى حداد',
    role: 'Requester',
    body: 'هل المصعد يعمل غداً؟ أستخدم كرسياً متحركاً.',
    lang: 'ar',
  },
]

/** A thread with a public message with a file, an internal note and one from right to left, and what happened besides. */
export function MessageSpecimens() {
  return (
    <>
      <section>
        <h2>Messages</h2>
        <Thread messages={messages.map(message => ({ ...message, at, zone: deskZone() }))} />
      </section>
      <section>
        <h2>History</h2>
        <Timeline
          zone={deskZone()}
          entries={[
            { id: 'opened', at, words: 'Ana Souza opened this ticket.' },
            { id: 'changed', at, words: 'Mira Castellanos changed the priority from Normal to Urgent.' },
          ]}
        />
      </section>
    </>
  )
}
