import net from 'node:net'
import { BrowserLine } from './browser-line.ts'
import type { RequestHead } from './browser-requests.ts'

/**
 * What can become of one request on its way. `drop`: the server never hears of it. `cut-request`: the line ends after
 * so many bytes of the body, before its last one. `cut-answer`: the server has answered, and the line ends after so
 * many bytes of that; 0 is after the commit and before the response. `delay`: it is passed on later. `duplicate`: the
 * same bytes reach the server on a second line as well; the browser hears the answer to the one of them that was sent
 * `first` (both under way at once), or `second` (after the other was answered).
 */
export type BrowserFault =
  | { kind: 'drop' }
  | { kind: 'cut-request'; bytes: number }
  | { kind: 'cut-answer'; bytes: number }
  | { kind: 'delay'; ms: number }
  | { kind: 'duplicate'; answered: 'first' | 'second' }

/** A TCP proxy between a browser (or any HTTP client) and the server, whose lines break as told. */
export class BrowserWire {
  /** How often each kind of fault has happened. */
  readonly counts: Record<BrowserFault['kind'], number> = {
    drop: 0,
    'cut-request': 0,
    'cut-answer': 0,
    delay: 0,
    duplicate: 0,
  }
  /** Asked for each POST for which nothing was ordered: what shall become of it, undefined for nothing. */
  plan: (post: RequestHead) => BrowserFault | undefined = () => undefined
  #ordered: { fault: BrowserFault; path: RegExp } | undefined
  readonly #target: { host: string; port: number }
  readonly #open = new Set<net.Socket>()
  readonly #front = net.createServer(client => this.#join(client))

  private constructor(target: { host: string; port: number }) {
    this.#target = target
  }

  /** A proxy in front of the server at this address, such as `http://127.0.0.1:3000`. */
  static async before(address: string): Promise<BrowserWire> {
    const { hostname, port } = new URL(address)
    const wire = new BrowserWire({ host: hostname, port: Number(port || 80) })
    await new Promise<void>(resolve => wire.#front.listen(0, '127.0.0.1', resolve))
    return wire
  }

  /** Where the browser goes in place of the server. */
  get address(): string {
    const address = this.#front.address()
    return `http://127.0.0.1:${address instanceof Object ? address.port : 0}`
  }

  /** Orders a fault for the next POST (whose path matches); posts after that pass as usual. */
  once(fault: BrowserFault, path = /^/): void {
    this.#ordered = { fault, path }
  }

  /** True while a fault was ordered and no POST has met it. */
  get pending(): boolean {
    return this.#ordered !== undefined
  }

  /** Takes back what was ordered and was not met by a POST. */
  calm(): void {
    this.#ordered = undefined
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy()
    await new Promise(resolve => this.#front.close(resolve))
  }

  #join(client: net.Socket): void {
    this.#keep(client)
    new BrowserLine(client, {
      connect: () => this.#keep(net.connect({ ...this.#target, noDelay: true })),
      faultFor: head => this.#faultFor(head),
      happened: ({ kind }) => {
        this.counts[kind]++
      },
    })
  }

  #keep(socket: net.Socket): net.Socket {
    this.#open.add(socket)
    return socket.on('close', () => this.#open.delete(socket))
  }

  #faultFor(head: RequestHead): BrowserFault | undefined {
    if (head.method !== 'POST') return
    const ordered = this.#ordered
    if (!ordered?.path.test(head.path)) return this.plan(head)
    this.#ordered = undefined
    return ordered.fault
  }
}
