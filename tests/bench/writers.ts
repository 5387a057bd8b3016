import { randomBytes } from 'node:crypto'
import type { Desk } from './desk.ts'
import { type ReadyPost, readyPost } from './posts.ts'
import type { Ticket } from './replay.ts'
import type { Server } from './server.ts'
import { headersOf, signedIn } from './sign-in.ts'

/** Somebody who sends one form, by the name of its action. */
export type Writer = {
  form: string
  words: string
  ready: (about: Ticket) => Promise<ReadyPost>
}

/** An agent who replies on tickets, and a customer who opens them; each text is another one. */
export async function writersAt(server: Server, { reads }: Desk): Promise<Writer[]> {
  const agent = await signedIn(server.address, reads.agent)
  const customer = await signedIn(server.address, reads.customer)
  const text = () => `It still stands on the pier (${randomBytes(6).toString('hex')}).\nPlease look.`
  return [
    {
      form: 'tickets.reply',
      words: 'reply of an agent',
      ready: ({ reference }) =>
        readyPost(agent, headersOf(agent, server.address), `/desk/tickets/${reference}/reply`, {
          body: text(),
        }),
    },
    {
      form: 'tickets.open-ticket',
      words: 'open a ticket',
      ready: () =>
        readyPost(customer, headersOf(customer, server.address), '/tickets/new', {
          subject: 'The ferry left without my bicycle',
          body: text(),
        }),
    },
  ]
}
