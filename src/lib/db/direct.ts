import postgres from 'postgres'
import { endpointOf } from './endpoint.ts'
import { account } from './slot.ts'
import { openSocket } from './socket.ts'

/**
 * One connection for the command line: migrations and roles. Never for serving. `session` are settings of that
 * session, which a direct connection keeps and a pooled one must not have. It does not reconnect.
 */
export function directClient(url: string, session: Record<string, string> = {}): postgres.Sql {
  const endpoint = endpointOf(url)
  const options = account(endpoint)
  let dialled = false
  const socket = async () => {
    if (dialled) throw new Error('The connection to the database was lost.')
    dialled = true
    return openSocket(endpoint, () => {})
  }
  return postgres({
    ...options,
    connection: { ...options.connection, ...session },
    max: 1,
    connect_timeout: 10,
    socket,
  } as postgres.Options<Record<string, never>>)
}

/** The same for a command that writes rows of the desk: they bear this actor. */
export function actingClient(url: string, actor: string): postgres.Sql {
  return directClient(url, { 'app.actor': actor })
}
