import postgres from 'postgres'
import { endpointOf } from './endpoint.ts'

/**
 * A stock client with one connection for the command line: migrations, roles, seeds' preparation. Never for
 * serving. `session` are settings of that session, which a direct connection keeps and a pooled one must not.
 */
export function directClient(url: string, session: Record<string, string> = {}): postgres.Sql {
  const endpoint = endpointOf(url)
  return postgres({
    user: endpoint.user,
    pass: endpoint.password,
    host: endpoint.socketFolder ?? endpoint.host,
    port: endpoint.port,
    database: endpoint.database,
    ssl: endpoint.tls ?? false,
    max: 1,
    prepare: false,
    fetch_types: false,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'holdfast command', ...session },
  } as postgres.Options<Record<string, never>>)
}
