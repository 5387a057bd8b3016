import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

// Preloaded into the web server. It listens before it has loaded what it serves, and a request that comes in between
// (a form, in the moment of a deploy) would go on without the rules of src/lib/http: it is remembered until they are there.
// Its answer is found from now on, because that can be told a request only while it begins; until then it is empty.
const requests = []
const answers = new AsyncLocalStorage()
globalThis[Symbol.for('holdfast.answers')] = answers
const channel = 'http.server.request.start'
subscribe(channel, remember)

globalThis[Symbol.for('holdfast.early-requests')] = () => {
  unsubscribe(channel, remember)
  return requests.splice(0)
}

function remember({ request, response }) {
  const answer = {}
  answers.enterWith(answer)
  requests.push({ request, response, answer })
}
