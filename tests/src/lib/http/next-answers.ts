import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { formIsRead } from '#src/lib/http/current-answer.ts'
import { reportFault } from '#src/lib/http/report-fault.ts'

export const readable = `<!DOCTYPE html><html lang="en"><h1>No such ticket</h1>${'<p>words</p>'.repeat(500)}</html>`
const blank = `<!DOCTYPE html><html id="__next_error__"><head>${'<meta>'.repeat(300)}</head></html>`
export const html = 'text/html; charset=utf-8'

// What Next itself puts round every response; it comes without types.
type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void
const compression: () => Compress = createRequire(import.meta.url)('next/dist/compiled/compression')
export const compress = compression()

/** How Next answers, path by path. */
export const answers: Record<string, (response: ServerResponse) => void> = {
  '/bare': response => respond(response, 500, 'text/plain', 'Internal Server Error'),
  '/untyped': response => {
    response.statusCode = 500
    response.end('Internal Server Error')
  },
  '/unknown-action': response => respond(response, 409, 'text/plain', 'Server Action unavailable.'),
  '/head-first': response => {
    response.writeHead(500, { 'content-type': 'text/plain', 'set-cookie': 'seen=1', etag: '"x"' })
    response.end('Internal Server Error')
  },
  '/thrown': response => {
    reportFault(new Error('the secret of the ticket'))
    respond(response, 500, 'text/plain', 'Internal Server Error')
  },
  '/too-large': response => {
    reportFault(Object.assign(new Error('Body exceeded 1mb limit.'), { statusCode: 413 }))
    respond(response, 500, 'text/plain', 'Internal Server Error')
  },
  '/broken': response => {
    reportFault(new TypeError('Failed to parse body as FormData.'))
    respond(response, 500, 'text/plain', 'Internal Server Error')
  },
  '/broken-later': response => {
    formIsRead()
    reportFault(new TypeError('Failed to parse body as FormData.'))
    respond(response, 500, 'text/plain', 'Internal Server Error')
  },
  '/build-gone': response => {
    const fault = new Error('Cannot find module')
    fault.stack = 'Error\n    at a (/desk/.next/server/chunks/ssr/[root-of-the-server]__1.js:1:1)'
    reportFault(fault)
    respond(response, 500, 'text/plain', 'Internal Server Error')
  },
  '/blank': response => respond(response, 404, html, blank),
  '/blank-in-drops': response => drip(response, 500, blank),
  '/readable-in-drops': response => drip(response, 404, readable),
  '/fragment': response => respond(response, 404, html, '<p>a part of a page</p>'),
  '/readable': response => respond(response, 404, html, readable),
  '/short': response => respond(response, 404, html, '<!doctype html><html lang="en">short</html>'),
  '/json': response => respond(response, 503, 'application/json', '{"up":false}'),
  '/unchanged': response => {
    response.setHeader('etag', '"x"')
    respond(response, 304, html, '')
  },
}

function respond(response: ServerResponse, status: number, type: string, body: string): void {
  response.statusCode = status
  response.setHeader('content-type', type)
  response.end(body)
}

async function drip(response: ServerResponse, status: number, body: string): Promise<void> {
  response.statusCode = status
  response.setHeader('content-type', html)
  response.flushHeaders()
  for (let at = 0; at < body.length; at += 7) {
    response.write(body.slice(at, at + 7))
    await new Promise(done => setImmediate(done))
  }
  response.end()
}
