/** Where an administrator sees an agent. `done` is the code of the notice to show there. */
export function agentPath(agentId: string, done?: string): string {
  return withNotice(`/admin/agents/${agentId}`, done)
}

/** Where an administrator sees a team. */
export function teamPath(teamId: string, done?: string): string {
  return withNotice(`/admin/teams/${teamId}`, done)
}

/** Where somebody finds what the desk knows of them. */
export function accountPath(done?: string): string {
  return withNotice('/account', done)
}

function withNotice(path: string, done: string | undefined) {
  return done ? `${path}?done=${done}` : path
}
