import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { chooseNews } from '#actions/people/choose-news.ts'
import { tellNeeds } from '#actions/people/tell-needs.ts'
import { addNote } from '#actions/tickets/add-note.ts'
import { assign } from '#actions/tickets/assign.ts'
import { changePriority } from '#actions/tickets/change-priority.ts'
import { changeStatus } from '#actions/tickets/change-status.ts'
import { compose } from '#actions/tickets/compose.ts'
import { confirmFixed } from '#actions/tickets/confirm-fixed.ts'
import { describeFile } from '#actions/tickets/describe-file.ts'
import { openForCustomer } from '#actions/tickets/open-for-customer.ts'
import { openTicket } from '#actions/tickets/open-ticket.ts'
import { reply } from '#actions/tickets/reply.ts'
import { reportNotFixed } from '#actions/tickets/report-not-fixed.ts'
import { revokeLinks } from '#actions/tickets/revoke-links.ts'
import { takeNext } from '#actions/tickets/take-next.ts'
import { elif, mira } from '#src/demo/cast.ts'
import type { Actor, Agent } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { assignForm, composeForm, priorityForm, statusForm } from '#src/tickets/forms.ts'
import type { Status } from '#src/tickets/status.ts'
import { bring, ledger } from '#tests/support/desk.ts'
import { linkTo } from '#tests/support/guests.ts'
import { forgetChoices, forgetNeeds } from '#tests/support/people.ts'
import { pictureOn } from '#tests/support/picture-on.ts'
import type { Action, Fields } from '#tests/support/post.ts'
import { composerOf, ticketIn } from '#tests/support/ticket-in.ts'

/**
 * One action and how to make a post that it takes. `ready` makes what the post is about (for `owner`, where it is a
 * ticket) and resolves to the fields. `by` is null where the form is for people who are not signed in. Two calls give two posts that differ, or `other` does. `adds` is what one post
 * adds, by table.
 */
export type Door = {
  action: Action
  by: Actor | null
  ready: (owner?: Actor, status?: Status) => Promise<Fields>
  other?: () => Promise<Fields>
  adds: Record<string, number>
}

const message = { ticket_messages: 1, ticket_events: 1 }
const field = { ticket_events: 1 }
const opening = { tickets: 1, ...message, mail_orders: 1 }

/** The actions on tickets, and what people say of themselves, by their path below `actions/`. */
export const ticketDoors: Record<string, Door> = {
  'people/choose-news': {
    action: chooseNews,
    by: elif,
    ready: async (owner = elif) => {
      await forgetChoices(owner)
      // Not the answers: they are mails that other doors count.
      return { answers: 'yes', wasAnswers: 'yes', changes: 'no', wasChanges: 'yes' }
    },
    other: async () => ({ answers: 'no', wasAnswers: 'yes', changes: 'yes', wasChanges: 'yes' }),
    adds: { news_choices: 1 },
  },
  'people/tell-needs': {
    action: tellNeeds,
    by: elif,
    ready: async (owner = elif) => {
      await forgetNeeds(owner)
      return { plain: 'yes', wasPlain: '', words: `Gate ${crypto.randomUUID()}`, wasWords: '' }
    },
    adds: { communication_needs: 1 },
  },
  'tickets/add-note': {
    action: addNote,
    by: mira,
    ready: about('open', async reference => ({ reference, ...(await seen(reference)), body: 'Call her.' })),
    adds: message,
  },
  'tickets/assign': {
    action: assign,
    by: mira,
    ready: about('open', async reference => ({
      ...(await untouched(reference, assignForm)),
      team: 'access',
    })),
    adds: { ...field, news_orders: 1 },
  },
  'tickets/change-priority': {
    action: changePriority,
    by: mira,
    ready: about('open', async reference => ({
      ...(await untouched(reference, priorityForm)),
      priority: 'urgent',
    })),
    adds: field,
  },
  'tickets/change-status': {
    action: changeStatus,
    by: mira,
    ready: about('open', async reference => ({
      ...(await untouched(reference, statusForm)),
      status: 'solved',
    })),
    adds: { ...field, news_orders: 1 },
  },
  'tickets/compose': {
    action: compose,
    by: mira,
    ready: about('open', async reference => ({
      ...(await untouched(reference, composeForm)),
      body: 'Which of the piers?',
      priority: 'urgent',
      team: 'access',
    })),
    adds: { ...message, mail_orders: 1, news_orders: 1 },
  },
  'tickets/confirm-fixed': {
    action: confirmFixed,
    by: elif,
    ready: about('pending', async reference => ({ reference })),
    adds: field,
  },
  'tickets/describe-file': {
    action: describeFile,
    by: mira,
    ready: about('open', async reference => ({
      reference,
      attachmentId: await pictureOn(reference),
      description: `A pier at low tide, ${crypto.randomUUID()}.`,
    })),
    adds: field,
  },
  'tickets/open-for-customer': {
    action: openForCustomer,
    by: mira,
    ready: async () => ({ ...asking(), name: 'Nell', email: `${crypto.randomUUID()}@kelpbay.test` }),
    adds: { ...opening, user: 1, guest_links: 1 },
  },
  'tickets/open-ticket': { action: openTicket, by: elif, ready: async () => asking(), adds: opening },
  'tickets/reply': {
    action: reply,
    by: mira,
    ready: about('open', async reference => ({
      reference,
      ...(await seen(reference)),
      body: 'Which of the piers?',
    })),
    adds: { ...message, mail_orders: 1 },
  },
  'tickets/report-not-fixed': {
    action: reportNotFixed,
    by: elif,
    ready: about('pending', async reference => ({ reference, body: 'It squeaks.' })),
    adds: message,
  },
  'tickets/revoke-links': {
    action: revokeLinks,
    by: mira,
    ready: about('open', async reference => ({ reference: await linkTo(reference) })),
    adds: {},
  },
  'tickets/take-next': {
    action: takeNext,
    by: mira,
    ready: async (owner = elif) => {
      await touchAllOf(mira)
      await ticketIn('open', owner)
      return { queue: 'unassigned' }
    },
    other: async () => ({ queue: 'all' }),
    adds: field,
  },
}

function about(usually: Status, fields: (reference: string) => Promise<Fields>): Door['ready'] {
  return async (owner = elif, status = usually) => fields(await ticketIn(status, owner))
}

async function seen(reference: string) {
  return { seen: (await ledger(reference)).ticket.lastEventSeq }
}

/** The fields of a form on a page that is opened now, as they are sent if nobody touches them. */
async function untouched(reference: string, form: z.ZodObject): Promise<Fields> {
  const page = Object.entries(await composerOf(reference))
  return Object.fromEntries(
    page.flatMap(([name, value]) => (name in form.shape && value !== undefined ? [[name, value]] : [])),
  )
}

// Who takes the next ticket is led to the one from a moment ago until they have worked on it.
async function touchAllOf(agent: Agent) {
  const inHand = and(eq(tickets.assigneeId, agent.agentId), eq(tickets.status, 'open'))
  for (const { reference } of await db.select().from(tickets).where(inHand))
    await bring(reference, agent, { note: 'Looked at it.' })
}

function asking() {
  const subject = `Lost ${crypto.randomUUID()}`
  return { subject, body: 'A blue scarf.', language: 'nl', priority: 'normal' }
}

/** The name that an action's form is signed with: `tickets/add-note` is `tickets.add-note`. */
export const formNameOf = (path: string) => path.replace('/', '.')
