import type { ServerResponse } from 'node:http'
import { bodyPart, type NodeMethods, nodeMethods, takeHead } from './node-response.ts'
import { type BodyTaker, outletOf, type Takes } from './outlet.ts'

export type Replacement = { status: number; headers: Record<string, string>; body: string }

/**
 * What is decided about one answer. `begin` is asked once, when the first byte would go out: it may change
 * status and headers, and says whether the body passes, must be seen first, or is taken by somebody else. `judge`
 * is asked for each part of a held body, with all that has come so far.
 */
export type AnswerRules = {
  begin(response: ServerResponse): 'pass' | 'hold' | Takes
  judge(response: ServerResponse, body: Buffer, ended: boolean): 'wait' | 'pass' | Takes | Replacement
}

/**
 * Puts `rules` between the application and one response. It does not touch anything else of the server, and
 * whatever fails in here lets the application's own answer through.
 */
export function hookResponse(response: ServerResponse, rules: AnswerRules): void {
  const own = nodeMethods(response)
  let state: State = 'new'
  let held: Buffer[] = []
  let taker: BodyTaker | undefined

  function begun(): State {
    if (state !== 'new') return state
    state = 'passing'
    const verdict = guarded(() => rules.begin(response), 'pass')
    if (verdict === 'hold') state = 'holding'
    else if (verdict !== 'pass') hand(verdict)
    return state
  }

  function hand(takes: Takes): BodyTaker {
    state = 'taken'
    taker = takes(outlet)
    response.once('close', taker.abandon)
    return taker
  }

  const outlet = outletOf(response, own, next => {
    state = next
  })

  // Once the held part goes on, it goes through response.write and .end as they are now, so that wrappers
  // that were put on later (Next's compression) get the head and the whole body in their usual order.
  function decide(ended: boolean): void {
    const body = Buffer.concat(held)
    const verdict = guarded(() => rules.judge(response, body, ended), 'pass')
    if (verdict === 'wait' && !ended) return
    held = []
    if (typeof verdict === 'object') {
      replace(verdict)
      return
    }
    if (typeof verdict === 'function') {
      const { take, end } = hand(verdict)
      take(body)
      if (ended) end()
      return
    }
    state = 'passing'
    if (ended) response.end(body)
    else response.write(body)
  }

  // What the application still writes is dropped; the replacement goes out by Node's own methods, past every
  // wrapper. Cookies that were set stay.
  function replace({ status, headers, body }: Replacement): void {
    state = 'done'
    for (const name of describingHeaders) response.removeHeader(name)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('content-length', Buffer.byteLength(body))
    own.writeHead(status)
    own.end(body)
  }

  const hooked: NodeMethods = {
    writeHead(status, ...rest) {
      if (state === 'new') {
        takeHead(response, status, rest)
        if (begun() === 'passing') own.writeHead(response.statusCode)
      } else if (state === 'passing' || state === 'open') own.writeHead(status, ...rest)
      return response
    },
    _implicitHeader() {
      if (begun() === 'passing') own._implicitHeader()
    },
    flushHeaders() {
      if (begun() === 'passing') own.flushHeaders()
    },
    write(...given) {
      if (begun() === 'passing') return own.write(...given)
      const { chunk, done } = bodyPart(given)
      if (done) process.nextTick(done)
      if (state === 'holding') {
        held.push(chunk)
        decide(false)
      } else if (taker && state !== 'done') return taker.take(chunk)
      return true
    },
    end(...given) {
      if (begun() === 'passing') return own.end(...given)
      const { chunk, done } = bodyPart(given)
      if (done) whenFinished(response, done)
      if (state === 'holding') {
        held.push(chunk)
        decide(true)
      } else if (taker && state !== 'done') {
        taker.take(chunk)
        taker.end()
      }
      return response
    },
  }
  Object.assign(response, hooked)
}

type State = 'new' | 'holding' | 'passing' | 'taken' | 'open' | 'done'

const describingHeaders = [
  'content-encoding',
  'content-length',
  'content-range',
  'etag',
  'last-modified',
  'link',
  'transfer-encoding',
]

function whenFinished(response: ServerResponse, done: () => void): void {
  if (response.writableFinished) process.nextTick(done)
  else response.once('finish', done)
}

function guarded<T>(ask: () => T, otherwise: T): T {
  try {
    return ask()
  } catch {
    return otherwise
  }
}
