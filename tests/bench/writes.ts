import { randomInt } from 'node:crypto'
import { directClient } from '#src/lib/db/direct.ts'
import { pin } from './cores.ts'
import type { Desk } from './desk.ts'
import { median, percentile, ratio } from './figures.ts'
import { posted, type Round } from './load.ts'
import { type Recording, recordWrites } from './record-writes.ts'
import { replay, type Ticket } from './replay.ts'
import { type Server, serveBuild } from './server.ts'
import { figure, table } from './table.ts'
import { type Writer, writersAt } from './writers.ts'

const amount = 40
const connections = 4
/** Beyond every number of an event that a ticket has. */
let number = randomInt(1_000_000, 2_000_000_000)

type Written = { words: string; ours: Round[]; bare: Round[] }

/**
 * Sends forms, and in turn with them the transactions that they make with nothing but a driver. Pages with the forms are
 * asked for beforehand; the clock runs for the posts. Resolves to a table in Markdown.
 */
export async function measureWrites(build: string, desk: Desk, rounds: number): Promise<string> {
  const { tickets, known } = await ticketsOf(desk)
  const [first, ...others] = tickets
  if (!first || others.length < 2) throw new Error('There are no open tickets to write to')
  const half = Math.floor(others.length / 2)
  const recordings = await recordWrites(build, desk, first)
  const server = await serveBuild(build, desk.settings)
  try {
    const all: Written[] = []
    for (const writer of await writersAt(server, desk)) {
      const recording = recordings.get(writer.form)
      if (!recording) throw new Error(`Nothing was recorded of ${writer.form}`)
      const written: Written = { words: writer.words, ours: [], bare: [] }
      // The first round warms both up.
      for (let round = 0; round <= rounds; round++) {
        const ours = await sendForms(server, writer, others.slice(0, half))
        const bare = await sendBare(desk, recording, others.slice(half), known)
        if (round > 0) written.ours.push(ours)
        if (round > 0) written.bare.push(bare)
      }
      all.push(written)
    }
    return table(heads, all.map(rowOf))
  } finally {
    await server.stop()
  }
}

const heads = [
  'form',
  'commits a second',
  'p50, ms',
  'p95, ms',
  'bare: a second',
  'p50, ms',
  'p95, ms',
  'of bare',
]

function rowOf({ words, ours, bare }: Written): string[] {
  const all = (rounds: Round[], name: keyof Round) => rounds.map(round => round[name])
  const figures = (rounds: Round[]) =>
    (['perSecond', 'p50', 'p95'] as const).map(name => figure(median(all(rounds, name))))
  return [
    words,
    ...figures(ours),
    ...figures(bare),
    figure(ratio(all(ours, 'perSecond'), all(bare, 'perSecond'))),
  ]
}

async function sendForms(server: Server, writer: Writer, tickets: Ticket[]): Promise<Round> {
  const posts = []
  for (let post = 0; post < amount + connections; post++)
    posts.push(await writer.ready(inTurn(tickets, post)))
  return posted(server.address, posts, { amount, connections })
}

/** On the core of the server, which has nothing to do meanwhile. */
async function sendBare(
  desk: Desk,
  recording: Recording,
  tickets: Ticket[],
  known: Set<string>,
): Promise<Round> {
  const clients = Array.from({ length: connections }, () => directClient(desk.settings.DATABASE_URL))
  await Promise.all(clients.map(sql => sql`select 1`))
  const waits: number[] = []
  let next = 0
  pin(process.pid, 'server')
  const begun = performance.now()
  await Promise.all(
    clients.map(async sql => {
      while (next < amount) {
        const about = inTurn(tickets, next++)
        const before = performance.now()
        await replay(sql, recording.statements, { ...recording, about, known, number: number++ })
        waits.push(performance.now() - before)
      }
    }),
  )
  const perSecond = (waits.length / (performance.now() - begun)) * 1000
  pin(process.pid, 'others')
  await Promise.all(clients.map(sql => sql.end()))
  return { perSecond, p50: percentile(waits, 50), p95: percentile(waits, 95) }
}

async function ticketsOf(desk: Desk) {
  const sql = directClient(desk.ownerUrl)
  const tickets = await sql<Ticket[]>`
    select id, reference from tickets where status = 'open' order by created_at limit ${3 * (amount + connections)}`
  const ids = await sql<{ id: string }[]>`select id from agents union all select id from sla_policies`
  await sql.end()
  return { tickets: [...tickets], known: new Set(ids.map(({ id }) => id)) }
}

function inTurn(tickets: Ticket[], place: number): Ticket {
  const ticket = tickets[place % tickets.length]
  if (!ticket) throw new Error('There is no ticket to write to')
  return ticket
}
