import { randomBytes } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { multipart } from './multipart.ts'
import type { Button, ReadForm } from './read-form.ts'

/** What came back for one request: an answer, or a line that broke. */
export type Answer =
  | { kind: 'nothing'; why: string }
  | { kind: 'answer'; status: number; type: string; location: string; body: string }

/** How long somebody looks at an empty window before they call it broken, in milliseconds. */
export const patienceMs = 40_000

/** What a request comes to when that is over. */
export const late = 'no answer in time'

/**
 * A browser with scripts off: it keeps cookies, asks for pages and sends forms as browsers do. It follows nothing by itself and sends nothing again by itself.
 */
export class PlainBrowser {
  readonly #address: string
  readonly #headers: Record<string, string>
  readonly #cookies: Map<string, string>
  readonly #trusted: Buffer | undefined

  /**
   * @param headers what a proxy on the way would add, such as the network it comes from
   * @param trusted the certificate of an address with https
   */
  constructor(
    address: string,
    cookies: Record<string, string>,
    headers: Record<string, string>,
    trusted?: Buffer,
  ) {
    this.#address = address
    this.#cookies = new Map(Object.entries(cookies))
    this.#headers = headers
    this.#trusted = trusted
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  get(path: string): Promise<Answer> {
    return this.#ask('GET', path, {})
  }

  /** Sends a form of the page at `path`. `leave` ends the waiting, as a second click does: the answer is not read. */
  post(path: string, form: ReadForm, button: Button | null, leave?: AbortSignal): Promise<Answer> {
    const boundary = `----WebKitFormBoundary${randomBytes(12).toString('hex')}`
    const body = multipart(form, button, boundary)
    const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    return this.#ask('POST', path, { ...type, 'content-length': String(body.length) }, body, leave)
  }

  #ask(
    method: string,
    path: string,
    more: Record<string, string>,
    body?: Buffer,
    leave?: AbortSignal,
  ): Promise<Answer> {
    const origin = method === 'POST' ? { origin: this.#address, referer: this.#address + path } : {}
    const headers = { ...usual, ...this.#headers, ...this.#cookieHeader(), ...origin, ...more }
    return new Promise(resolve => {
      const nothing = (error: Error & { code?: string }) =>
        resolve({ kind: 'nothing', why: error.code ?? error.message })
      const timer = setTimeout(() => request.destroy(new Error(late)), patienceMs)
      const settings: https.RequestOptions = {
        method,
        headers,
        agent: false,
        signal: leave,
        ca: this.#trusted,
      }
      const { request: ask } = this.#address.startsWith('https:') ? https : http
      const request = ask(this.#address + path, settings)
      request.on('error', nothing).on('close', () => clearTimeout(timer))
      request.on('response', response => {
        let read = ''
        response.setEncoding('utf8').on('data', chunk => {
          read += chunk
        })
        response.on('error', nothing).on('end', () => {
          if (!response.complete) return nothing(new Error('a part of the answer'))
          this.#keepCookies(response.headers['set-cookie'] ?? [])
          const { location = '', 'content-type': type = '' } = response.headers
          resolve({ kind: 'answer', status: response.statusCode ?? 0, type, location, body: read })
        })
      })
      request.end(body)
    })
  }

  #cookieHeader(): Record<string, string> {
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    return pairs.length > 0 ? { cookie: pairs.join('; ') } : {}
  }

  #keepCookies(all: string[]): void {
    for (const line of all) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /;\s*max-age=0/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, decodeURIComponent(value))
    }
  }
}

const usual = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'en',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Holdfast chaos, without scripts',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
}
