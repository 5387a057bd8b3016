type Attached = { messageId: string }

/** Gives each message the files that it has, in their order. */
export function withFiles<Message extends { id: string }, File extends Attached>(
  messages: Message[],
  attached: File[],
): (Message & { files: File[] })[] {
  return messages.map(message => ({
    ...message,
    files: attached.filter(({ messageId }) => messageId === message.id),
  }))
}
