import type { Status } from '#src/tickets/status.ts'

/**
 * Who may post a form: what somebody is on the desk, and on the ticket that the form is about. A guest came by the link of
 * that ticket.
 */
export const roles = [
  'nobody',
  'requester',
  'other customer',
  'agent',
  'agent who asked',
  'administrator',
  'former agent',
  'guest',
] as const
export type Role = (typeof roles)[number]

/**
 * What must happen: it is done; it stands so already and nothing is written; the person is asked to sign in; a "no" in
 * words; or there is no such ticket.
 */
export type End = 'done' | 'already' | 'sign-in' | 'refused' | 'no-such-ticket'

/** For one action: the end for each role, in the order of `roles`, and where it matters for each status of the ticket. */
type Row = { ends: readonly End[]; states?: Partial<Record<Role, Record<Status, End>>> }

const [S, D, A, R, N] = ['sign-in', 'done', 'already', 'refused', 'no-such-ticket'] as const
const everybody = [S, D, D, D, D, D, D, S]
const agentsOnly = [S, R, R, D, D, D, R, S]
const requesterOnly = [S, D, N, N, D, N, N, D]
const agentOnTicket = [S, N, N, D, N, D, N, S]
const notWhenClosed = { open: D, pending: D, solved: D, closed: R }

const anybody = [D, D, D, D, D, D, D, D]
const administratorsOnly = [S, R, R, R, R, D, R, S]

const onTickets: Record<string, Row> = {
  'tickets/add-note': {
    ends: agentOnTicket,
    states: { agent: { open: D, pending: D, solved: D, closed: D } },
  },
  'tickets/assign': { ends: agentOnTicket, states: { agent: notWhenClosed } },
  'tickets/change-priority': { ends: agentOnTicket, states: { agent: notWhenClosed } },
  'tickets/change-status': {
    ends: agentOnTicket,
    states: { agent: { open: D, pending: D, solved: A, closed: R } },
  },
  'tickets/compose': { ends: agentOnTicket, states: { agent: notWhenClosed } },
  'tickets/confirm-fixed': {
    ends: requesterOnly,
    // It is closed by their own word, said a moment ago.
    states: {
      requester: { ...notWhenClosed, closed: A },
      'agent who asked': { ...notWhenClosed, closed: A },
      guest: { ...notWhenClosed, closed: A },
    },
  },
  'tickets/ask': { ends: anybody },
  'tickets/end-link': { ends: anybody },
  'tickets/describe-file': {
    ends: agentOnTicket,
    states: { agent: { open: D, pending: D, solved: D, closed: D } },
  },
  'tickets/open-for-customer': { ends: agentsOnly },
  'tickets/open-ticket': { ends: everybody },
  'tickets/reply': {
    ends: [S, D, N, D, D, D, N, D],
    states: {
      guest: { open: D, pending: D, solved: D, closed: D },
      agent: notWhenClosed,
      requester: { open: D, pending: D, solved: D, closed: D },
      'agent who asked': { open: D, pending: D, solved: D, closed: D },
    },
  },
  'tickets/renew-link': { ends: anybody },
  'tickets/report-not-fixed': {
    ends: requesterOnly,
    states: {
      requester: { open: R, pending: D, solved: D, closed: D },
      guest: { open: R, pending: D, solved: D, closed: D },
    },
  },
  'tickets/revoke-links': {
    ends: agentOnTicket,
    states: { agent: { open: D, pending: D, solved: D, closed: D } },
  },
  'tickets/send-link': { ends: anybody },
  'tickets/take-next': { ends: agentsOnly },
}

const ofIdentity: Record<string, Row> = {
  // Who is not signed in has the choice in their browser alone.
  'auth/choose-version': { ends: [A, D, D, D, D, D, D, A] },
  'auth/confirm-address': { ends: anybody },
  'auth/forgot-password': { ends: anybody },
  'auth/reset-password': { ends: anybody },
  'auth/sign-in': { ends: anybody },
  'auth/sign-out': { ends: anybody },
  'auth/sign-up': { ends: anybody },
}

const ofOneself: Record<string, Row> = {
  'people/choose-news': { ends: everybody },
  'people/tell-needs': { ends: everybody },
}

const ofAdministration: Record<string, Row> = {
  'inbound/reject': { ends: administratorsOnly },
  'inbound/release': { ends: administratorsOnly },
  'inbound/test-mailbox': { ends: administratorsOnly },
  'mail/retry': { ends: administratorsOnly },
  'mail/send-test': { ends: administratorsOnly },
  'people/add-team': { ends: administratorsOnly },
  'people/change-agent': { ends: administratorsOnly },
  'people/deactivate': { ends: administratorsOnly },
  'people/invite': { ends: administratorsOnly },
  'people/reactivate': { ends: administratorsOnly },
  'people/rename-team': { ends: administratorsOnly },
  'people/retire-team': { ends: administratorsOnly },
  'sla/add-policy': { ends: administratorsOnly },
  'sla/change-policy': { ends: administratorsOnly },
  'sla/make-default': { ends: administratorsOnly },
  'sla/remove-policy': { ends: administratorsOnly },
}

/** The authorisation matrix: every action there is, for every role. */
export const matrix = { ...ofIdentity, ...ofOneself, ...ofAdministration, ...onTickets }
