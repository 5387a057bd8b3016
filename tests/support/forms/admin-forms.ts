import { sql } from 'drizzle-orm'
import { ada } from '#src/demo/cast.ts'
import { mailboxesPath, receivedPath } from '#src/inbound/paths.ts'
import type { Actor } from '#src/lib/actor.ts'
import { agentPath, teamPath } from '#src/people/paths.ts'
import { policyPath } from '#src/sla/paths.ts'
import {
  busyAgent,
  busyTeam,
  formerAgent,
  heldMail,
  mailGivenUp,
  newAgent,
  newTeam,
} from '#tests/support/in-administration.ts'
import { newColleague } from '#tests/support/newcomers.ts'
import { added } from '#tests/support/policies.ts'
import { ownMailbox } from '#tests/support/shut-mailboxes.ts'
import { containing, counted } from './counted.ts'
import type { FormCase } from './form-case.ts'

const fresh = { by: ada, typed: () => ({}), texts: [], button: null } satisfies Partial<FormCase>
const targets = { firstResponseMins: '45', nextReplyMins: '45', resolveMins: '900' }

/** A form that says nowhere whose it is: each page is that of an administrator who is new. */
function ofSomebodyNew(
  path: string,
  doneBy: (userId: string) => Promise<number>,
  button: FormCase['button'] = null,
): FormCase {
  let newest: Actor = ada
  return {
    ...fresh,
    button,
    get by() {
      return newest
    },
    page: async () => {
      newest = { ...ada, ...(await newColleague('admin')) }
      return path
    },
    done: () => doneBy(newest.userId),
  }
}

/** The forms of administration. That of `mail/retry` is shown by a desk with SMTP_URL alone, that of `inbound/test-mailbox` with IMAP_URL. */
export const adminForms: Record<string, FormCase> = {
  'inbound/reject': {
    ...fresh,
    page: async () => `${receivedPath(await heldMail())}/reject`,
    done: (_mark, page) =>
      counted({
        mails: sql`select count(*) from received_mails where rejected_at is not null and id = ${idOn(page)}`,
      }),
  },
  'inbound/release': {
    ...fresh,
    page: async () => `${receivedPath(await heldMail({ From: '' }))}/release`,
    typed: mark => ({ from: `${mark}@kelpbay.test`.toLowerCase() }),
    texts: ['from'],
    done: (mark, page) => {
      const theirs = sql`select id from "user" where email = ${`${mark}@kelpbay.test`.toLowerCase()}`
      return counted({
        mails: sql`select count(*) from received_mails where released_at is not null and id = ${idOn(page)}`,
        tickets: sql`select count(*) from tickets where requester_id in (${theirs})`,
      })
    },
  },
  'inbound/test-mailbox': ofSomebodyNew(
    mailboxesPath(),
    userId => counted({ tests: sql`select count(*) from mailboxes where tested_by = ${userId}` }),
    { name: 'mailbox', value: ownMailbox() },
  ),
  'mail/retry': {
    ...fresh,
    page: async () => `/admin/outbox/${await mailGivenUp()}`,
    done: (_mark, page) =>
      counted({
        mails: sql`select count(*) from mail_orders where gave_up_at is null and id = ${idOn(page)}`,
      }),
  },
  'mail/send-test': ofSomebodyNew('/admin/outbox/test', userId =>
    counted({ mails: sql`select count(*) from mail_orders where kind = 'test' and user_id = ${userId}` }),
  ),
  'people/add-team': {
    ...fresh,
    page: async () => '/admin/teams/new',
    typed: named,
    texts: ['name'],
    done: mark => counted({ teams: teamsNamed(mark) }),
  },
  'people/change-agent': {
    ...fresh,
    page: async () => agentPath(await newAgent()),
    typed: () => ({ role: 'agent', team: 'access' }),
    done: (_mark, page) =>
      counted({ agents: sql`select count(*) from agents where team = 'access' and id = ${idOn(page)}` }),
  },
  'people/deactivate': {
    ...fresh,
    page: async () => `${agentPath(await busyAgent())}/deactivate`,
    done: (_mark, page) =>
      counted({
        agents: sql`select count(*) from agents where not active and id = ${idOn(page)}`,
        tickets: eventsFrom('assignee', idOn(page)),
      }),
  },
  'people/invite': {
    ...fresh,
    page: async () => '/admin/agents/invite',
    typed: mark => ({
      name: `Ruth ${mark}`,
      email: `${mark}@kelpbay.test`.toLowerCase(),
      role: 'agent',
      team: 'access',
    }),
    texts: ['name', 'email'],
    done: mark => {
      const people = sql`from "user" where name like ${containing(mark)}`
      const theirs = sql`where user_id in (select id ${people})`
      return counted({
        people: sql`select count(*) ${people}`,
        agents: sql`select count(*) from agents ${theirs}`,
        mails: sql`select count(*) from mail_orders ${theirs}`,
      })
    },
  },
  'people/reactivate': {
    ...fresh,
    page: async () => `${agentPath(await formerAgent())}/reactivate`,
    done: (_mark, page) =>
      counted({ agents: sql`select count(*) from agents where active and id = ${idOn(page)}` }),
  },
  'people/rename-team': {
    ...fresh,
    page: async () => teamPath(await newTeam()),
    typed: named,
    texts: ['name'],
    done: mark => counted({ teams: teamsNamed(mark) }),
  },
  'people/retire-team': {
    ...fresh,
    page: async () => `${teamPath(await busyTeam())}/retire`,
    done: (_mark, page) =>
      counted({
        teams: sql`select count(*) from teams where retired_at is not null and id = ${idOn(page)}`,
        tickets: eventsFrom('team', idOn(page)),
      }),
  },
  'sla/add-policy': {
    ...fresh,
    page: async () => '/admin/sla/new',
    typed: mark => ({ ...named(mark), ...targets, priority: 'high' }),
    texts: ['name'],
    done: mark => counted({ policies: policiesNamed(mark) }),
  },
  'sla/change-policy': {
    ...fresh,
    page: async () => policyPath(await added({ priority: 'high' })),
    typed: mark => ({ ...named(mark), ...targets }),
    texts: ['name'],
    done: mark => counted({ policies: policiesNamed(mark) }),
  },
  'sla/make-default': {
    ...fresh,
    page: async () => `${policyPath(await added({ priority: 'high' }))}/make-default`,
    done: (_mark, page) =>
      counted({
        policies: sql`select count(*) from sla_policies where default_since is not null and id = ${idOn(page)}`,
      }),
  },
  'sla/remove-policy': {
    ...fresh,
    page: async () => `${policyPath(await added({ priority: 'high' }))}/remove`,
    done: (_mark, page) =>
      counted({ gone: sql`select 1 - count(*) from sla_policies where id = ${idOn(page)}` }),
  },
}

function named(mark: string) {
  return { name: `Pier ${mark}` }
}

const teamsNamed = (mark: string) => sql`select count(*) from teams where name like ${containing(mark)}`
const policiesNamed = (mark: string) =>
  sql`select count(*) from sla_policies where name like ${containing(mark)}`

/** The events that took this out of that field of a ticket. */
function eventsFrom(field: string, id: string) {
  const change = JSON.stringify([{ field, from: id }])
  return sql`select count(*) from ticket_events where changes @> ${change}::jsonb`
}

/** What the page is about: the third word of its path. */
function idOn(page: string) {
  return page.split('/')[3] ?? ''
}
