import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { watchRequests } from '#src/lib/http/request-hook.ts'

export type Answered = { status: number; headers: http.IncomingHttpHeaders; body: string; raw: Buffer }
export type Asking = {
  method?: string
  headers?: http.OutgoingHttpHeaders
  agent?: http.Agent
  onPart?: (part: Buffer) => void
}

/**
 * A plain Node server whose requests are watched by the hook, as `next start` has it, with `handler` in the
 * place of Next. Collects what is logged in the meantime.
 */
export function watchedServer(handler: http.RequestListener) {
  const server = http.createServer(handler)
  const logged: string[] = []

  beforeAll(async () => {
    watchRequests()
    for (const stream of [process.stderr, process.stdout]) {
      vi.spyOn(stream, 'write').mockImplementation(line => logged.push(String(line)) > 0)
    }
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  })
  beforeEach(() => void logged.splice(0))
  afterAll(() => {
    vi.restoreAllMocks()
    server.closeAllConnections()
    server.close()
  })

  const port = () => (server.address() as AddressInfo).port
  return {
    port,
    /** The lines of the log since the test began. */
    log: () => logged.filter(line => line.startsWith('{')).map(line => JSON.parse(line)),
    /** Asks as a browser does that wants a page. */
    ask: (path: string, asking: Asking = {}) => ask(port(), path, asking),
  }
}

function ask(
  port: number,
  path: string,
  { method = 'GET', headers, agent, onPart }: Asking,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const wanted = { accept: 'text/html,application/xhtml+xml', ...headers }
    const request = http.request(
      { host: '127.0.0.1', port, path, method, agent, headers: wanted },
      answer => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => {
          parts.push(part)
          onPart?.(part)
        })
        answer.on('error', reject)
        answer.on('end', () => {
          const raw = Buffer.concat(parts)
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: raw.toString(), raw })
        })
      },
    )
    request.on('error', reject)
    request.end()
  })
}
