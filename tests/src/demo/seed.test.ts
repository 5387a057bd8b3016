import { asc, eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { bram, elif, mira, signIns, tom } from '#src/demo/cast.ts'
import { seedDemo } from '#src/demo/seed.ts'
import { parseMail } from '#src/inbound/parse.ts'
import { wordingOf } from '#src/inbound/wording.ts'
import { db } from '#src/lib/db/client.ts'
import { attachments, files } from '#src/lib/db/tables/files.ts'
import { account, user } from '#src/lib/db/tables/identity.ts'
import { agents, communicationNeeds } from '#src/lib/db/tables/people.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { alwaysOpen } from '#src/sla/calendar.ts'
import { clocksFrom, dueColumns } from '#src/sla/clocks.ts'
import { parseReference } from '#src/tickets/reference.ts'
import { priorities, statuses } from '#src/tickets/status.ts'

const now = new Date('2026-11-20T10:00:00Z')

beforeAll(async () => {
  expect(await seedDemo({ now })).toBe(true)
})

test('A desk that has the demo already is left as it is', async () => {
  const before = await everything()
  expect(await seedDemo({ now: new Date('2027-03-01T10:00:00Z'), seed: 'another' })).toBe(false)
  expect(await everything()).toEqual(before)
})

test('There are at least 250 tickets, in every status and of every priority', async () => {
  const rows = await db.select().from(tickets)
  expect(rows.length).toBeGreaterThanOrEqual(250)
  for (const status of statuses)
    expect(rows.filter(row => row.status === status).length, status).toBeGreaterThanOrEqual(30)
  for (const priority of priorities)
    expect(rows.filter(row => row.priority === priority).length, priority).toBeGreaterThanOrEqual(10)
})

test('Nothing of the demo lies in the future or further back than sixty days', async () => {
  const { tickets, messages, events } = await everything()
  const moments = [
    ...tickets.flatMap(row => [row.createdAt, row.updatedAt, row.lastPublicAt, row.solvedAt, row.closedAt]),
    ...messages.map(row => row.createdAt),
    ...events.map(row => row.at),
  ].filter(moment => moment !== null)
  const times = moments.map(moment => moment.getTime())
  expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime())
  expect(Math.min(...times)).toBeGreaterThanOrEqual(now.getTime() - 60 * 86_400_000)
})

test('Every cached due time is what the clocks work out from the events', async () => {
  for (const { ticket, events } of await histories()) {
    const { firstResponseDueAt, nextReplyDueAt, resolveDueAt, dueAt } = ticket
    expect({ firstResponseDueAt, nextReplyDueAt, resolveDueAt, dueAt }).toEqual(
      dueColumns(clocksFrom(events, alwaysOpen)),
    )
  }
})

test('The history of every ticket is numbered without a gap and goes forward in time', async () => {
  for (const { ticket, events } of await histories()) {
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    expect(events.map(({ at }) => at.getTime())).toEqual(
      events.map(({ at }) => at.getTime()).sort((one, other) => one - other),
    )
    expect(ticket.lastEventSeq).toBe(events.length)
    expect(ticket.updatedAt).toEqual(events.at(-1)?.at)
    expect(ticket.createdAt).toEqual(events[0]?.at)
  }
})

test('Every ticket begins with an opening that carries the targets of its policy', async () => {
  const policies = await db.select().from(slaPolicies)
  for (const { ticket, events } of await histories()) {
    expect(events[0]).toMatchObject({ kind: 'opened', changes: [] })
    expect(events[0]?.messageId).not.toBeNull()
    expect(events.findLast(event => event.targets)?.targets?.policyId).toBe(ticket.slaPolicyId)
    expect(policies.find(({ id }) => id === ticket.slaPolicyId)?.priority).toBe(ticket.priority)
  }
})

test('The changes of the events lead to the fields that the ticket has, by steps that the desk allows', async () => {
  const legal = [
    'open-pending',
    'open-solved',
    'pending-open',
    'pending-solved',
    'solved-open',
    'solved-closed',
  ]
  for (const { ticket, events } of await histories()) {
    const changes = events.flatMap(event => event.changes)
    const steps = changes.filter(({ field }) => field === 'status').map(({ from, to }) => `${from}-${to}`)
    expect(legal).toEqual(expect.arrayContaining(steps))
    for (const [field, value] of [
      ['status', ticket.status],
      ['priority', ticket.priority],
      ['assignee', ticket.assigneeId],
    ] as const) {
      const own = changes.filter(change => change.field === field)
      const before = own.map(({ from }) => from)
      expect(own.map(({ to }) => to)).toEqual(own.length === 0 ? [] : [...before.slice(1), value])
    }
    expect(ticket.reopenCount).toBe(steps.filter(step => step === 'solved-open').length)
    expect(ticket.closedAt === null).toBe(ticket.status !== 'closed')
    expect(ticket.solvedAt === null).toBe(['open', 'pending'].includes(ticket.status))
  }
})

test('Nobody answers on a solved ticket later than it would have closed by itself', async () => {
  for (const { ticket, events } of await histories())
    for (const [index, event] of events.entries()) {
      const next = events[index + 1]?.at ?? (ticket.status === 'solved' ? now : event.at)
      const solves = event.changes.some(({ field, to }) => field === 'status' && to === 'solved')
      const days = (next.getTime() - event.at.getTime()) / 86_400_000
      if (solves) expect(days, `${ticket.subject} ${event.seq}`).toBeLessThanOrEqual(4.001)
    }
})

test('The first response is the first public message of an agent who is not the requester', async () => {
  for (const { ticket, events } of await histories()) {
    const first = events.find(event => event.kind === 'replied' && event.actorId !== ticket.requesterId)
    expect(ticket.firstResponseAt).toEqual(first?.at ?? null)
  }
})

test('What is solved has an assignee, who is in the team of the ticket or in none', async () => {
  const people = await db.select().from(agents)
  for (const ticket of await db.select().from(tickets)) {
    const assignee = people.find(({ id }) => id === ticket.assigneeId)
    if (ticket.status === 'solved') expect(assignee).toBeDefined()
    if (assignee) expect([ticket.team, null]).toContain(assignee.team)
  }
})

test('What a warning or a breach says is noted at its time, and what is late now has been noted', async () => {
  for (const { ticket, events } of await histories()) {
    const late = ticket.dueAt !== null && ticket.dueAt.getTime() < now.getTime() - 60_000
    const noted = events.some(event => event.kind === 'breached')
    if (late) expect(noted, ticket.reference).toBe(true)
  }
})

test('Of the open tickets some are late, some are due within the hour, and some urgent ones nobody has taken', async () => {
  const open = await db.select().from(tickets).where(eq(tickets.status, 'open'))
  const within = (ms: number) => open.filter(({ dueAt }) => dueAt && dueAt.getTime() < now.getTime() + ms)
  expect(within(0).length).toBeGreaterThanOrEqual(5)
  expect(within(3_600_000).length - within(0).length).toBeGreaterThanOrEqual(4)
  expect(open.filter(row => row.priority === 'urgent' && row.assigneeId === null).length).toBeGreaterThan(1)
})

test('Those who can sign in find work: the customer 12 tickets in every status, the agent 10 of their own', async () => {
  const rows = await db.select().from(tickets)
  const asked = rows.filter(({ requesterId }) => requesterId === elif.userId)
  expect(asked.length).toBeGreaterThanOrEqual(12)
  expect(new Set(asked.map(({ status }) => status)).size).toBe(4)
  expect(rows.filter(({ requesterId }) => requesterId === tom.userId).length).toBeGreaterThanOrEqual(5)
  expect(
    rows.filter(({ assigneeId, status }) => assigneeId === mira.agentId && status !== 'closed').length,
  ).toBeGreaterThanOrEqual(10)
})

test('Only the five who are named for it have a password, and an agent who left has no unfinished ticket', async () => {
  const accounts = await db.select().from(account)
  expect(accounts.map(row => row.userId).sort()).toEqual(signIns.map(({ userId }) => userId).sort())
  const ofBram = await db.select().from(tickets).where(eq(tickets.assigneeId, bram.agentId))
  expect(ofBram.length).toBeGreaterThan(0)
  expect(ofBram.every(({ status }) => status === 'closed')).toBe(true)
})

test('Follow-ups belong to the person whose closed ticket they follow, and are younger', async () => {
  const rows = await db.select().from(tickets)
  const followers = rows.filter(({ followUpOfId }) => followUpOfId !== null)
  expect(followers.length).toBeGreaterThanOrEqual(4)
  for (const follower of followers) {
    const followed = rows.find(({ id }) => id === follower.followUpOfId)
    expect(followed).toMatchObject({ status: 'closed', requesterId: follower.requesterId })
    expect(follower.createdAt.getTime()).toBeGreaterThan(followed?.closedAt?.getTime() ?? Infinity)
  }
})

test('People write in at least eight scripts, and every reference passes its own check', async () => {
  const bodies = (await db.select().from(ticketMessages)).map(({ body }) => body).join('\n')
  const scripts = 'Latin Arabic Hebrew Devanagari Hiragana Han Hangul Cyrillic Greek Thai'.split(' ')
  expect(scripts.filter(script => new RegExp(`\\p{Script=${script}}`, 'u').test(bodies))).toEqual(scripts)
  const references = (await db.select().from(tickets)).map(({ reference }) => reference)
  expect(references.filter(reference => !parseReference(reference).ok)).toEqual([])
})

test('What was written in another language is marked, subjects too, and notes are not', async () => {
  const messages = await db.select().from(ticketMessages)
  const inScript = (script: string) =>
    messages.filter(({ body }) => new RegExp(`\\p{Script=${script}}{4}`, 'u').test(body))
  expect(inScript('Hebrew').every(({ language }) => language === 'he')).toBe(true)
  expect(new Set(inScript('Arabic').map(({ language }) => language))).toEqual(new Set(['ar', 'fa']))
  expect(messages.filter(({ isInternal, language }) => isInternal && language !== null)).toEqual([])
  const subjects = (await db.select().from(tickets)).filter(({ subject }) => /\p{Script=Thai}/u.test(subject))
  expect(subjects.every(({ subjectLanguage }) => subjectLanguage === 'th')).toBe(true)
})

test('Some messages come with files of several kinds, which no sweep takes, and one of them is a note', async () => {
  const attached = await db
    .select({ type: files.type, mayGoAfter: files.mayGoAfter, isInternal: ticketMessages.isInternal })
    .from(attachments)
    .innerJoin(files, eq(files.hash, attachments.fileHash))
    .innerJoin(ticketMessages, eq(ticketMessages.id, attachments.messageId))
  expect(new Set(attached.map(({ type }) => type))).toEqual(
    new Set(['image/png', 'application/pdf', 'text/plain']),
  )
  expect(attached.some(({ isInternal }) => isInternal)).toBe(true)
  expect(attached.filter(({ mayGoAfter }) => mayGoAfter !== null)).toEqual([])
})

test('At least three requesters with unfinished tickets have said how to communicate with them', async () => {
  const told = await db.select().from(communicationNeeds)
  const waiting = await db
    .select()
    .from(tickets)
    .where(inArray(tickets.status, ['open', 'pending']))
  const seen = told.filter(({ userId }) => waiting.some(({ requesterId }) => requesterId === userId))
  expect(seen.length).toBeGreaterThanOrEqual(3)
})

async function everything() {
  return {
    users: await db.select().from(user).orderBy(asc(user.id)),
    accounts: await db.select().from(account).orderBy(asc(account.id)),
    agents: await db.select().from(agents).orderBy(asc(agents.id)),
    policies: await db.select().from(slaPolicies).orderBy(asc(slaPolicies.id)),
    tickets: await db.select().from(tickets).orderBy(asc(tickets.id)),
    messages: await db.select().from(ticketMessages).orderBy(asc(ticketMessages.id)),
    events: await db.select().from(ticketEvents).orderBy(asc(ticketEvents.ticketId), asc(ticketEvents.seq)),
  }
}

async function histories() {
  const { tickets, events } = await everything()
  return tickets.map(ticket => ({ ticket, events: events.filter(({ ticketId }) => ticketId === ticket.id) }))
}

test('The answers of requesters came by mail, and what is folded is what a reader of mail would fold', async () => {
  const mails = await db.select().from(receivedMails).where(eq(receivedMails.state, 'taken'))
  expect(mails.length).toBeGreaterThan(50)
  for (const { ticketId, state, folded, raw } of mails) {
    const said = await db
      .select()
      .from(ticketMessages)
      .where(eq(ticketMessages.ticketId, ticketId ?? ''))
    const mail = await parseMail(raw)
    expect(state).toBe('taken')
    expect(said.map(({ body }) => body)).toContain(wordingOf(mail).body)
    expect(wordingOf(mail).folded).toBe(folded)
  }
})
