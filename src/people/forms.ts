import { z } from 'zod'
import { emailAddress, line, optionalProse } from '#src/lib/fields.ts'
import { roles } from './roles.ts'

const agentId = z.uuid({ error: 'This page lost its agent. Open it again from the list of agents.' })
const teamId = z.string({ error: 'This page lost its team. Open it again from the list of teams.' }).max(64)
const role = z.enum(roles, { error: 'Choose a role from the list.' })
/** A team by its id; no team is an empty text. */
const team = z.string().max(64).default('')
/** What the page had shown there: a field that was left alone never overwrites what somebody else set. */
const was = z.string().max(200).optional()
const teamName = line('Enter a name with at least 2 characters.', { least: 2, most: 60 })

export const inviteForm = z.object({
  name: line('Enter the name of the new agent.', { most: 200 }),
  email: emailAddress,
  role,
  team,
})

export const changeAgentForm = z.object({ agentId, role, wasRole: was, team, wasTeam: was })
export const deactivateForm = z.object({ agentId })
export const reactivateForm = z.object({ agentId })

export const addTeamForm = z.object({ name: teamName })
export const renameTeamForm = z.object({ teamId, name: teamName, wasName: was })
export const retireTeamForm = z.object({ teamId })

/** A box that was ticked, or what the page had shown of it; one that was not ticked sends nothing. */
const tick = z.enum(['yes', '']).default('')

/** How somebody wants to be communicated with: what they need, and words of their own. */
export const tellNeedsForm = z.object({
  print: tick,
  wasPrint: tick,
  plain: tick,
  wasPlain: tick,
  files: tick,
  wasFiles: tick,
  writing: tick,
  wasWriting: tick,
  relay: tick,
  wasRelay: tick,
  signing: tick,
  wasSigning: tick,
  interpreter: tick,
  wasInterpreter: tick,
  time: tick,
  wasTime: tick,
  words: optionalProse,
  wasWords: z.string().max(50_000).default(''),
})

/** What somebody wants to be told of by mail, by topic. Only agents are asked of all six. */
const told = z.enum(['yes', 'no'], { error: 'Choose one of the two.' }).optional()

export const chooseNewsForm = z.object({
  answers: told,
  wasAnswers: told,
  changes: told,
  wasChanges: told,
  assigned: told,
  wasAssigned: told,
  replies: told,
  wasReplies: told,
  times: told,
  wasTimes: told,
  team: told,
  wasTeam: told,
})
