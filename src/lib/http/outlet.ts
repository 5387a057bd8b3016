import type { ServerResponse } from 'node:http'
import type { NodeMethods } from './node-response.ts'

/** Where a body goes that is sent in another form than the application made it. */
export type Outlet = {
  /** Sends the head, with these headers besides those that are there. Comes first. */
  head(headers: Record<string, string>): void
  /** Says whether there is room for more. */
  write(part: Buffer): boolean
  end(part: Buffer): void
  /** Tells the application that it may write on. */
  ready(): void
  /** What to do when there is room again. */
  onReady(then: () => void): void
  fail(error: Error): void
}

/** Takes a body in the place of the client; `take` says whether the application may write on at once. */
export type BodyTaker = { take(part: Buffer): boolean; end(): void; abandon(): void }
export type Takes = (outlet: Outlet) => BodyTaker

/**
 * The outlet of one response. The head goes by way of whoever was put round the response later (Next's compression),
 * so that they know that it is gone; the body goes by Node's `own` methods.
 */
export function outletOf(
  response: ServerResponse,
  own: NodeMethods,
  become: (state: 'open' | 'done') => void,
): Outlet {
  return {
    head(headers) {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      become('open')
      response.writeHead(response.statusCode)
    },
    write: part => part.length === 0 || own.write(part),
    end(part) {
      become('done')
      own.end(part)
    },
    ready: () => void response.emit('drain'),
    onReady: then => void response.on('drain', then),
    fail: error => void response.destroy(error),
  }
}
