import { readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { currentReader } from '#src/lib/actor.ts'
import { NextSteps } from '#src/ui/next-steps.tsx'

const heading = 'We have sent you a mail'

export default readable('GET /ask/sent', async () => (
  <Shell
    reader={await currentReader()}
    title={`${heading} – Holdfast`}
    trail={[{ href: '/ask', words: 'Open a ticket without an account' }]}
    here={heading}
  >
    <h1>{heading}</h1>
    <p>We have your message. The mail has the reference of your ticket and a link with which you read it.</p>
    <NextSteps
      steps={[
        'Open the link in the mail. If the mail does not come within a few minutes, look where your mail program puts what it does not trust.',
        'Somebody from our team reads your message and answers by mail.',
        'With the link you can add to your ticket at any time.',
      ]}
    />
    <p>
      To one address we send only a few such mails in a quarter of an hour. If you have written to us more
      often than that, your messages are here all the same.
    </p>
  </Shell>
))
