import type { IncomingMessage, ServerResponse } from 'node:http'
import { mostBytes } from './body-limits.ts'
import type { Answer } from './current-answer.ts'
import { bodyLimit } from './limits.ts'

/** Of all large bodies that are under way together. Next holds each about four times while it takes it apart. */
const mostAtOnce = 64_000_000
const longestWaitMs = 15_000

/**
 * Decides of the body of a form, before a byte of it is read, whether and when it comes in. A form as people write it passes.
 * A larger one, which has files, waits for its turn, and meanwhile the socket is not read. What is larger than its page can
 * take is never held: it passes by unread while the proxy says so.
 */
export function gateBody(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (request.method !== 'POST' || isForPrograms(request.url)) return
  const announced = Number(request.headers['content-length'])
  if (Number.isNaN(announced)) {
    cutAfter(request, bodyLimit.bytes, () => {
      answer.cut = true
    })
    return
  }
  if (announced > mostBytes(request.url ?? '/')) cutAfter(request, 0)
  else if (announced > bodyLimit.bytes) answer.admitted = queued(request, response, announced)
}

// What programs send is larger than any form; they read it themselves, within bounds of their own.
function isForPrograms(url = ''): boolean {
  return url.startsWith('/api/')
}

/** Lets nobody have more of the body than that. It still ends where it ends: Node would cut the line, and no answer arrive. */
function cutAfter(request: IncomingMessage, most: number, cut?: () => void): void {
  const push = request.push.bind(request)
  let size = 0
  request.push = chunk => {
    size += chunk?.length ?? 0
    if (chunk === null || size <= most) return push(chunk)
    cut?.()
    return true
  }
}

type Waiting = { bytes: number; admit: () => void }
let underWay = 0
const queue: Waiting[] = []

/** Holds the body back until there is room for it; resolves to whether there was within the time. */
function queued(request: IncomingMessage, response: ServerResponse, bytes: number): Promise<boolean> {
  const push = request.push.bind(request)
  const early: (Buffer | null)[] = []
  // Node stops reading the socket when this says that it is too much.
  request.push = chunk => early.push(chunk) < 0
  let resolve = (_admitted: boolean) => {}
  const promise = new Promise<boolean>(settle => {
    resolve = settle
  })
  const late = setTimeout(giveUp, longestWaitMs)
  const waiting = { bytes, admit }
  let taken = 0
  response.once('close', () => {
    clearTimeout(late)
    leaveQueue(waiting)
    underWay -= taken
    next()
  })
  queue.push(waiting)
  next()
  return promise

  function admit() {
    clearTimeout(late)
    taken = bytes
    underWay += bytes
    letGo(push)
    resolve(true)
  }

  function giveUp() {
    leaveQueue(waiting)
    letGo(chunk => chunk !== null || push(null))
    // Node goes on with the socket when somebody asks for more, and nobody does.
    request._read(0)
    resolve(false)
  }

  function letGo(how: IncomingMessage['push']) {
    request.push = how
    for (const chunk of early.splice(0)) how(chunk)
  }
}

/** In the order in which they came, so that a very large one gets its turn, too. */
function next(): void {
  while (queue[0] && underWay + queue[0].bytes <= mostAtOnce) queue.shift()?.admit()
}

function leaveQueue(waiting: Waiting): void {
  const place = queue.indexOf(waiting)
  if (place !== -1) queue.splice(place, 1)
}
