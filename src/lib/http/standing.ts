/** Whether this server is about to end and asks for no new traffic; see src/commands/draining.mjs, which says so. */
export function isDraining(): boolean {
  return (globalThis as Shared)[key]?.isDraining === true
}

const key = Symbol.for('holdfast.standing')
type Shared = { [key]?: { isDraining: boolean } }
