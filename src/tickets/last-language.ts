type Written = { authorId: string; language: string | null }

/** The language of what somebody wrote last in a thread, for what they write next; empty where it was not marked. */
export function lastLanguageOf(messages: Written[], { userId }: { userId: string }): string {
  return messages.findLast(({ authorId }) => authorId === userId)?.language ?? ''
}
