import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { html, readable } from './next-answers.ts'

const script = '<script src="/_next/static/a.js" async="" nonce="x"></script>'
const payload = `<script nonce="x">self.__next_f.push([1,"${'the page again '.repeat(500)}"])</script>`

export const lean = `<!DOCTYPE html><html lang="en"><head><title>Ünread</title></head><body><h1>Tickets</h1>${'<p>words</p>'.repeat(300)}</body></html>`
export const full = lean.replace('</head>', `${script}</head>`).replace('</body>', `${payload}</body>`)

/** Parts of a page too large to be collected: each is a script and a number of its own, and noise. */
export const parts = Array.from({ length: 200 }, (_, at) => ({
  full: `<p>${at}</p>${script}<p>${noise(at)}</p>`,
  lean: `<p>${at}</p><p>${noise(at)}</p>`,
}))

/** A page that is long, and has words that come again, as a ticket with many messages has. */
export const long = `<h1>Messages</h1>${noise(1)
  .slice(0, 7000)
  .replace(/./g, sign => ` ${noise(sign.charCodeAt(0)).slice(0, 7)}`)}`

function noise(seed: number): string {
  let state = seed + 1
  return Array.from({ length: 8000 }, () => {
    state = (state * 48_271) % 2_147_483_647
    return state.toString(36)
  }).join('')
}

/** Pages as Next sends them: the head first, then parts, waiting when there is no room. */
export const pages: Record<string, (response: ServerResponse) => unknown> = {
  '/page': response => send(response, [full]),
  '/drops': response => send(response, full.match(/[\s\S]{1,700}/g) ?? []),
  '/long': response => send(response, [script, long]),
  '/whole': response => {
    head(response).setHeader('content-length', Buffer.byteLength(full))
    response.end(full)
  },
  '/head-by-hand': response => {
    response.writeHead(200, { 'content-type': html })
    response.end(full)
  },
  '/large': response =>
    send(
      response,
      parts.map(part => part.full),
    ),
  '/empty': response => head(response).end(),
  '/gone': response => {
    response.statusCode = 404
    head(response).end(readable.replace('</html>', `${payload}</html>`))
  },
  '/json': response => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ page: full }))
  },
  '/nothing': response => {
    response.statusCode = 204
    head(response).end()
  },
  '/moved': response => {
    response.statusCode = 303
    response.setHeader('location', '/page')
    response.end()
  },
  '/unchanged': response => {
    response.statusCode = 304
    head(response).end()
  },
}

export function head(response: ServerResponse): ServerResponse {
  response.setHeader('content-type', html)
  response.setHeader('content-security-policy', "script-src 'nonce-x'")
  response.setHeader('link', '</_next/static/a.js>; rel=preload; as="script"')
  response.setHeader('vary', 'rsc, Accept-Encoding')
  response.setHeader('etag', '"of the full page"')
  return response
}

async function send(response: ServerResponse, texts: string[]): Promise<void> {
  head(response).flushHeaders()
  for (const text of texts) {
    if (response.write(text)) await new Promise(done => setImmediate(done))
    else {
      response.emit('no room')
      await once(response, 'drain')
    }
  }
  response.end()
}
