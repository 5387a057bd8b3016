/** Where an administrator sees a policy. `done` is the code of the notice to show there. */
export function policyPath(policyId: string, done?: string): string {
  return done ? `/admin/sla/${policyId}?done=${done}` : `/admin/sla/${policyId}`
}
