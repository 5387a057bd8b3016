import { EventEmitter } from 'node:events'

/** Says `wake` to the worker of this process when the web server beside it has committed something. */
export const wakes = new EventEmitter()
wakes.setMaxListeners(0)
