/** The `dedupeKey` of the mail that brings an answer: by the number of its event on the ticket. */
export const answeredKey = (ticketId: string, seq: number) => `answered:${ticketId}:${seq}`

/** The number of the event that such a key was made of. */
export const seqOfAnswer = (dedupeKey: string) => Number(dedupeKey.split(':').at(-1))
