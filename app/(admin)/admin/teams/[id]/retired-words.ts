/** That a team is retired, by whom if that is known, as whole sentences. */
export function retiredWords({ name, retiredBy }: { name: string; retiredBy: string | null }): string {
  return retiredBy
    ? `${retiredBy} has retired the team ${name}. It cannot be brought back.`
    : `The team ${name} is retired. It cannot be brought back.`
}
