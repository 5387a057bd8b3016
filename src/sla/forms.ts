import { z } from 'zod'
import { line } from '#src/lib/fields.ts'
import { priorities } from './policy.ts'

const policyId = z.uuid({ error: 'This page lost its policy. Open it again from the list of policies.' })
const year = 525_600

const minutes = (ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .regex(/^[1-9]\d*$/, ask)
    .transform(Number)
    .refine(count => count <= year, 'Enter at most 525600 minutes, which is one year.')

const targets = {
  name: line('Enter a name with at least 2 characters.', { least: 2, most: 60 }),
  firstResponseMins: minutes('Enter the minutes to the first reply as a whole number, such as 60.'),
  nextReplyMins: minutes('Enter the minutes to each next reply as a whole number, such as 60.'),
  resolveMins: minutes('Enter the minutes to the solution as a whole number, such as 480.'),
}

const solvedAfterReply = {
  path: ['resolveMins'],
  error: 'The solution cannot be due before the first reply. Enter as many minutes or more.',
}

export const addPolicyForm = z
  .object({ priority: z.enum(priorities, { error: 'Choose a priority from the list.' }), ...targets })
  .refine(isInOrder, solvedAfterReply)

/** `was…` is what the page had shown: a field that was left alone never overwrites what somebody else set. */
const was = z.string().max(200).optional()

export const changePolicyForm = z
  .object({
    policyId,
    ...targets,
    wasName: was,
    wasFirstResponseMins: was,
    wasNextReplyMins: was,
    wasResolveMins: was,
  })
  .refine(isInOrder, solvedAfterReply)

export const makeDefaultForm = z.object({ policyId })
export const removePolicyForm = z.object({ policyId })

function isInOrder({ firstResponseMins, resolveMins }: { firstResponseMins: number; resolveMins: number }) {
  return firstResponseMins <= resolveMins
}
