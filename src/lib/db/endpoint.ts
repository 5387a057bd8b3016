import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'

/** Where the database is and who we are there, read from a `postgres://` address. */
export type Endpoint = {
  host: string
  port: number
  database: string
  user: string
  password: string
  /** A folder of Unix sockets in place of host and port. */
  socketFolder: string | undefined
  /** Undefined: no TLS. */
  tls: ConnectionOptions | undefined
  /** Start-up options such as Neon's `endpoint=…`, passed on as they are. */
  startup: string | undefined
  pooled: boolean
}

/** Reads a `postgres://` address. Throws a sentence when it asks for something that would not be safe. */
export function endpointOf(url: string): Endpoint {
  const at = new URL(url)
  const query = at.searchParams
  const folder = query.get('host')
  return {
    host: at.hostname.replace(/^\[|\]$/g, '') || 'localhost',
    port: Number(at.port || query.get('port') || 5432),
    database: decodeURIComponent(at.pathname.slice(1)) || decodeURIComponent(at.username),
    user: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    socketFolder: folder?.startsWith('/') ? folder : undefined,
    tls: tlsOf(query),
    startup: query.get('options') ?? undefined,
    pooled: at.hostname.includes('-pooler') || at.port === '6432' || query.get('pgbouncer') === 'true',
  }
}

/** One connection where a pooler stands before the server or where many small processes run; else ten. */
export function poolSize(endpoint: Endpoint, asked: number | undefined): number {
  const serverless = Boolean(process.env.VERCEL || process.env.AWS_LAMBDA_FUNCTION_NAME)
  return asked ?? (endpoint.pooled || serverless ? 1 : 10)
}

// "require" checks the certificate too: encryption towards whoever answers is no protection.
function tlsOf(query: URLSearchParams): ConnectionOptions | undefined {
  const mode = query.get('sslmode') ?? 'disable'
  const authority = query.get('sslrootcert')
  const ca = authority && authority !== 'system' ? readFileSync(authority, 'utf8') : undefined
  switch (mode) {
    case 'disable':
      return undefined
    case 'require':
    case 'verify-full':
      return { ca }
    case 'verify-ca':
      return { ca, checkServerIdentity: () => undefined }
    case 'no-verify':
      return { rejectUnauthorized: false }
    default:
      throw new Error(
        `The database address says sslmode=${mode}, which promises nothing: use require, verify-full, no-verify or disable.`,
      )
  }
}
