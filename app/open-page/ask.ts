/**
 * Asks what an address would answer, without its body: for whom it is and whether it has changed are the page's own
 * business. Resolves to null when there is no answer.
 * @param version of the page that is shown: 304 says that it is still that one
 */
export function headOf(address: string, version?: string): Promise<Response | null> {
  const headers = version ? { 'if-none-match': `"${version}"` } : undefined
  return fetch(address, { method: 'HEAD', headers, cache: 'no-store', redirect: 'manual' }).catch(() => null)
}
