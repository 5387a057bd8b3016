'use server'

import { formAction } from '#src/lib/form-action.ts'
import { changeAgent as verb } from '#src/people/change-agent.ts'
import { changeAgentForm } from '#src/people/forms.ts'
import { agentPath } from '#src/people/paths.ts'
import { handBack } from '#src/tickets/hand-back.ts'

export const changeAgent = formAction('people.change-agent', changeAgentForm, async (tx, actor, input) => {
  const { agent, changed } = await verb(tx, actor, input)
  if (!changed) return agentPath(agent.id, 'already-so')
  await handBack(tx, actor, agent)
  // The pages of administration are not there any more for an administrator who has just stepped down.
  const steppedDown = agent.userId === actor.userId && agent.role !== 'admin'
  return steppedDown ? '/desk?done=saved' : agentPath(agent.id, 'saved')
})
