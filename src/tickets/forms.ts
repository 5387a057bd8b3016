import { z } from 'zod'
import { attachedFiles as files } from '#src/files/receive.ts'
import { emailAddress, line, optionalLine, optionalProse, prose } from '#src/lib/fields.ts'
import { isLanguage } from '#src/lib/language.ts'
import { queueNames } from './queue-names.ts'
import { parseReference } from './reference.ts'
import { priorities } from './status.ts'

const reference = z.string({ error: 'This page lost its ticket. Open the ticket again.' }).max(20)
const seen = z.coerce.number().int().min(0).catch(0)
const priority = z.enum(priorities, { error: 'Choose a priority from the list.' })
const status = z.enum(['open', 'pending', 'solved'], { error: 'Choose a status from the list.' })
const message = prose('Write your message.')
/** The language of the message, by its BCP 47 tag; left out, or an empty text, where it is not marked. */
const language = z
  .string()
  .max(35)
  .refine(tag => tag === '' || isLanguage(tag), { error: 'Choose a language from the list.' })
  .optional()
/** What was chosen in a list, or what the page had shown there; nothing is an empty text. */
const chosen = z.string().max(64).default('')
const fromTheList = { error: 'Choose an assignee from the list.' }
/** Somebody who can have the ticket, by agent id; nobody is an empty text. */
const assignee = z.union([z.literal(''), z.uuid(fromTheList)], fromTheList).default('')
const queue = z.enum(queueNames).optional().catch(undefined)
const subject = line('Write a subject with at least 3 characters.', { least: 3, most: 200 })

export const openTicketForm = z.object({
  subject,
  body: prose('Tell us what happened.'),
  files,
  language,
  priority,
})

/** The form for everybody, with or without an account. `website` is left empty by people. */
export const askForm = z.object({
  name: line('Enter your name, as we should call you.', { most: 100 }),
  email: emailAddress,
  subject,
  body: prose('Tell us what happened.'),
  language,
  website: z.string().max(0, 'Leave this empty. It is empty again now: send the form once more.').optional(),
})

/** The key of a guest's link, which is all that such a form says. */
const link = z.string().catch('')
export const renewLinkForm = z.object({ link })
export const endLinkForm = z.object({ link })
export const revokeLinksForm = z.object({ reference })

/** `ticket` is the reference as somebody typed it. */
export const sendLinkForm = z.object({
  ticket: line('Enter the reference of the ticket, such as K7M2-9QXD.', { most: 60 }).transform(
    (typed, context) => {
      const parsed = parseReference(typed)
      if (parsed.ok) return parsed.reference
      context.addIssue({
        code: 'custom',
        message: 'This is no reference of ours. Check it in our mail: it has eight letters and numbers.',
      })
      return z.NEVER
    },
  ),
  email: emailAddress,
})

export const openForCustomerForm = z.object({
  name: line('Enter the name of the customer.', { most: 200 }),
  email: emailAddress,
  subject,
  body: prose('Write down what the customer said.'),
  files,
  language,
  priority,
})

/** `status` is what an agent sets with the reply; a customer's reply moves the ticket by itself. */
export const replyForm = z.object({
  reference,
  seen,
  body: message,
  files,
  language,
  status: status.optional(),
  wasStatus: chosen.optional(),
})
export const noteForm = z.object({ reference, seen, body: prose('Write your note.'), files, language })

/** `was…` is what the page showed: a field that this person left alone never overwrites what somebody else set. */
export const statusForm = z.object({ reference, status, wasStatus: chosen })
export const priorityForm = z.object({ reference, priority, wasPriority: chosen })
export const assignForm = z.object({
  reference,
  assignee,
  wasAssignee: chosen,
  team: chosen,
  wasTeam: chosen,
})

export const confirmFixedForm = z.object({ reference })
export const reportNotFixedForm = z.object({
  reference,
  body: prose('Tell us what is still wrong.'),
  files,
  language,
})

/** One submit of an agent's composer: a message or none, and any of the fields. */
export const composeForm = z.object({
  reference,
  seen,
  queue,
  intent: z.enum(['send', 'send-next', 'take']).catch('send'),
  kind: z.enum(['reply', 'note'], { error: 'Choose whether this is a reply or a note.' }),
  body: optionalProse,
  files,
  language,
  status: status.optional(),
  wasStatus: chosen,
  priority,
  wasPriority: chosen,
  assignee,
  wasAssignee: chosen,
  team: chosen,
  wasTeam: chosen,
})

export const takeNextForm = z.object({ queue })

/** What a picture shows, for whoever does not see it; an empty text where nothing is said of it. */
export const describeFileForm = z.object({
  reference,
  attachmentId: z.uuid({ error: 'This page lost its picture. Open the ticket again.' }),
  description: optionalLine(500),
  wasDescription: z.string().max(2000).default(''),
})
