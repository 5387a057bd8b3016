import { reject } from '#actions/inbound/reject.ts'
import { release } from '#actions/inbound/release.ts'
import { testMailbox } from '#actions/inbound/test-mailbox.ts'
import { retry } from '#actions/mail/retry.ts'
import { sendTest } from '#actions/mail/send-test.ts'
import { addTeam } from '#actions/people/add-team.ts'
import { changeAgent } from '#actions/people/change-agent.ts'
import { deactivate } from '#actions/people/deactivate.ts'
import { invite } from '#actions/people/invite.ts'
import { reactivate } from '#actions/people/reactivate.ts'
import { renameTeam } from '#actions/people/rename-team.ts'
import { retireTeam } from '#actions/people/retire-team.ts'
import { addPolicy } from '#actions/sla/add-policy.ts'
import { changePolicy } from '#actions/sla/change-policy.ts'
import { makeDefault } from '#actions/sla/make-default.ts'
import { removePolicy } from '#actions/sla/remove-policy.ts'
import { ada } from '#src/demo/cast.ts'
import {
  busyAgent,
  busyTeam,
  formerAgent,
  heldMail,
  mailGivenUp,
  newAgent,
  newTeam,
  stranger,
  unlike,
  untestedMailbox,
} from '#tests/support/in-administration.ts'
import { added, policyFormOf } from '#tests/support/policies.ts'
import type { Fields } from '#tests/support/post.ts'
import { shutMailboxes, shutMailboxesUrl } from '#tests/support/shut-mailboxes.ts'
import type { Door } from './doors.ts'

// The settings are read once, at the first use.
process.env.IMAP_URL = shutMailboxesUrl

const targets = { firstResponseMins: 30, nextReplyMins: 30, resolveMins: 480 }

/** The actions of administration, by their path below `actions/`. */
export const adminDoors: Record<string, Door> = {
  'inbound/reject': door(reject, async () => ({ mailId: await heldMail() })),
  'inbound/release': door(release, async () => ({ mailId: await heldMail() }), {
    tickets: 1,
    ticket_messages: 1,
    ticket_events: 1,
    user: 1,
    mail_orders: 1,
    attachments: 1,
    files: 1,
    file_chunks: 1,
    guest_links: 1,
  }),
  'inbound/test-mailbox': {
    ...door(testMailbox, async () => ({ mailbox: await untestedMailbox() }), { mailboxes: 1 }),
    other: async () => ({ mailbox: shutMailboxes[1] }),
  },
  'mail/retry': door(retry, async () => ({ mailId: await mailGivenUp() })),
  'mail/send-test': {
    ...door(sendTest, async () => ({ to: ada.email }), { mail_orders: 1 }),
    other: async () => ({ to: 'another@kelpbay.test' }),
  },
  'people/add-team': door(addTeam, async () => ({ name: unlike('Team') }), { teams: 1 }),
  'people/change-agent': door(changeAgent, async () => ({
    agentId: await newAgent(),
    role: 'admin',
    team: 'access',
    wasRole: 'agent',
    wasTeam: 'bookings',
  })),
  'people/deactivate': door(deactivate, async () => ({ agentId: await busyAgent() }), {
    ticket_events: 1,
    news_orders: 1,
  }),
  'people/invite': door(invite, async () => ({ ...stranger(), role: 'agent', team: 'access' }), {
    user: 1,
    agents: 1,
    mail_orders: 1,
    verification: 1,
  }),
  'people/reactivate': door(reactivate, async () => ({ agentId: await formerAgent() })),
  'people/rename-team': door(renameTeam, async () => {
    const wasName = unlike('Team')
    return { teamId: await newTeam(wasName), name: unlike('Crew'), wasName }
  }),
  'people/retire-team': door(retireTeam, async () => ({ teamId: await busyTeam() }), { ticket_events: 1 }),
  'sla/add-policy': door(addPolicy, async () => ({ ...targets, name: unlike('Terms'), priority: 'high' }), {
    sla_policies: 1,
  }),
  'sla/change-policy': door(changePolicy, async () => {
    const policyId = await added({ priority: 'high' })
    return policyFormOf(policyId, { resolveMins: 900 })
  }),
  'sla/make-default': door(makeDefault, async () => ({ policyId: await added({ priority: 'high' }) })),
  'sla/remove-policy': door(removePolicy, async () => ({ policyId: await added({ priority: 'high' }) }), {
    sla_policies: -1,
  }),
}

function door(action: Door['action'], ready: () => Promise<Fields>, adds: Door['adds'] = {}): Door {
  return { action, by: ada, ready, adds }
}
