import { subscribe, unsubscribe } from 'node:diagnostics_channel'

// Preloaded into the web server. It listens before it has loaded what it serves, and a request that comes in between
// (a form, in the moment of a deploy) would go on without the rules of src/lib/http: it is remembered until they are there.
const requests = []
const remember = message => requests.push(message)
const channel = 'http.server.request.start'
subscribe(channel, remember)

globalThis[Symbol.for('holdfast.early-requests')] = () => {
  unsubscribe(channel, remember)
  return requests.splice(0)
}
