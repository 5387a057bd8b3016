import type { newsTopics } from '#src/lib/db/tables/news.ts'

export type Topic = (typeof newsTopics)[number]

/** What a requester is told of, and what an agent is. Whoever is both gets separate mails. */
export const topicsOfRequesters = ['answers', 'changes'] as const satisfies readonly Topic[]
export const topicsOfAgents = ['assigned', 'replies', 'times', 'team'] as const satisfies readonly Topic[]
export const topics = [...topicsOfRequesters, ...topicsOfAgents]

/** A topic by its name, and what it brings, to be chosen from. */
export const topicWords: Record<Topic, { name: string; meaning: string }> = {
  answers: { name: 'Answers', meaning: 'We have answered a ticket of yours. The mail brings the answer.' },
  changes: {
    name: 'Solved, closed or opened again',
    meaning: 'We have solved a ticket of yours, it was closed, or we have opened it again.',
  },
  assigned: { name: 'Tickets for you', meaning: 'Somebody else has given you a ticket.' },
  replies: {
    name: 'Messages on your tickets',
    meaning: 'The customer or a colleague has written on a ticket that you have.',
  },
  times: {
    name: 'Times of your tickets',
    meaning: 'The time of a ticket that you have is nearly up, or has passed.',
  },
  team: { name: 'Tickets for your team', meaning: 'A ticket has come to your team, and nobody has it yet.' },
}

/** What one can choose for each of them. */
export const newsChoiceWords = { yes: { name: 'Tell me by mail' }, no: { name: 'Do not tell me' } }
