import type { IncomingMessage, ServerResponse } from 'node:http'
import { acceptedEncoding } from './accepted-encoding.ts'
import { compressedWell } from './compression.ts'
import type { Outlet } from './outlet.ts'
import type { AnswerRules } from './response-hook.ts'

/** Whether this request is for one of the files that Next made at the build, whose names change with what is in them. */
export function isBuiltFile({ method, url }: IncomingMessage): boolean {
  return method === 'GET' && /^\/_next\/static\//.test(url ?? '')
}

/**
 * Sends style sheets and scripts of the build compressed as well as can be. That takes long, so it is done when one is
 * first asked for, and kept: they are few, and none ever changes.
 */
export function fileRules(request: IncomingMessage): AnswerRules {
  return {
    begin(response) {
      const encoding = acceptedEncoding(request.headers['accept-encoding'])
      if (encoding === 'identity' || !isForever(response)) return 'pass'
      // Next's own compression leaves the body alone.
      delete request.headers['accept-encoding']
      response.removeHeader('content-length')
      response.removeHeader('accept-ranges')
      response.setHeader('vary', 'Accept-Encoding')
      response.setHeader('content-encoding', encoding)
      const name = `${encoding} ${request.url?.split('?', 1)[0]}`
      return outlet => (kept.has(name) ? nothingMore(name, outlet) : collected(name, encoding, outlet))
    },
    judge: () => 'pass',
  }
}

const kept = new Map<string, Promise<Buffer>>()

function collected(name: string, encoding: 'br' | 'gzip', outlet: Outlet) {
  const parts: Buffer[] = []
  return {
    take: (part: Buffer) => parts.push(part) > 0,
    end() {
      const compressing = kept.get(name) ?? compressedWell(Buffer.concat(parts), encoding)
      kept.set(name, compressing)
      send(name, outlet)
    },
    abandon() {},
  }
}

function nothingMore(name: string, outlet: Outlet) {
  return { take: () => true, end: () => send(name, outlet), abandon() {} }
}

function send(name: string, outlet: Outlet): void {
  kept.get(name)?.then(
    body => {
      outlet.head({ 'content-length': String(body.length) })
      outlet.end(body)
    },
    (error: Error) => {
      kept.delete(name)
      outlet.fail(error)
    },
  )
}

function isForever(response: ServerResponse): boolean {
  const says = (name: string, what: RegExp) => what.test(String(response.getHeader(name) ?? ''))
  return (
    response.statusCode === 200 &&
    says('cache-control', /immutable/) &&
    says('content-type', /^(text\/css|(text|application)\/javascript)\b/) &&
    !response.hasHeader('content-encoding')
  )
}
