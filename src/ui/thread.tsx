import { Message, type MessageProps } from './message.tsx'
import { Still } from './still.tsx'

/** The messages of a ticket in the order given. Put it under a second-level heading. */
export function Thread({ messages }: { messages: MessageProps[] }) {
  return (
    <Still tag="ol" className="thread">
      {messages.map(message => (
        <li key={message.id}>
          <Message {...message} />
        </li>
      ))}
    </Still>
  )
}
