/** How it stands with a form that was sent, while there is no answer, and whether waiting can be ended. */
export const standings = {
  files: {
    words: 'Your files are still on their way. What you wrote is sent as soon as they are here.',
    canStop: true,
  },
  sending: { words: 'Sending. This takes a moment.', canStop: false },
  slow: { words: 'This takes longer than usual. Nothing is lost.', canStop: false },
  'no-connection': {
    words: 'Waiting for a connection. Nothing is lost: what you wrote is sent as soon as there is one.',
    canStop: true,
  },
  'no-answer': {
    words: 'The desk does not answer right now. Nothing is lost: what you wrote is sent as soon as it does.',
    canStop: true,
  },
}

/** Why a form does not leave, or why it came back without an answer. */
export const tooLarge = {
  text: 'This is more text than the form can take, so it was not sent. Shorten it and send it again.',
  files: 'These files are too much at once, so nothing was sent. Attach fewer of them at a time.',
}
export const changed =
  'The desk has changed since you opened this page. Copy what you wrote, load the page again, put it back in and send it.'
export const unreadable =
  'The desk gave no answer that could be read. Everything you wrote is still here. Send it again in a moment: it counts once.'
export const stopped =
  'You stopped waiting. Everything you wrote is still here. Send it again when you want to: it counts once.'
