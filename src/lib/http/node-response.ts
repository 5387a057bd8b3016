import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

// _implicitHeader is what Node itself, and Next's compression, call to send the head before the first byte.
export type NodeMethods = {
  writeHead(status: number, ...rest: unknown[]): unknown
  _implicitHeader(): void
  flushHeaders(): void
  write(...given: unknown[]): boolean
  end(...given: unknown[]): unknown
}

/** Node's own methods of this response, as they are before anybody wraps them. */
export function nodeMethods(response: ServerResponse): NodeMethods {
  const methods = response as unknown as NodeMethods
  return {
    writeHead: methods.writeHead.bind(response),
    _implicitHeader: methods._implicitHeader.bind(response),
    flushHeaders: methods.flushHeaders.bind(response),
    write: methods.write.bind(response),
    end: methods.end.bind(response),
  }
}

/** Puts what was given to writeHead(status, message?, headers?) on the response, without sending it. */
export function takeHead(response: ServerResponse, status: number, rest: unknown[]): void {
  response.statusCode = status
  const headers = rest.at(-1)
  if (typeof rest[0] === 'string') response.statusMessage = rest[0]
  if (Array.isArray(headers)) {
    for (let at = 0; at < headers.length; at += 2) response.appendHeader(String(headers[at]), headers[at + 1])
  } else if (headers && typeof headers === 'object') {
    for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders)) {
      if (value !== undefined) response.setHeader(name, value)
    }
  }
}

type Done = () => void

/** Reads the arguments of write(chunk, encoding?, done?) and end(…), each of which may be missing. */
export function bodyPart(given: unknown[]): { chunk: Buffer; done: Done | undefined } {
  const [chunk, encoding] = given
  const done = given.find((part): part is Done => typeof part === 'function')
  if (typeof chunk === 'string') {
    return {
      chunk: Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'),
      done,
    }
  }
  return { chunk: chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0), done }
}
