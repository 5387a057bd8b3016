type Download = { name: string; type: string; hash: string }

/** What is given under its own type. A browser is never shown it, but what opens it on a device may go by the type. */
const served = new Map([
  ['image/jpeg', 'image/jpeg'],
  ['image/png', 'image/png'],
  ['image/gif', 'image/gif'],
  ['image/webp', 'image/webp'],
  ['application/pdf', 'application/pdf'],
  ['text/plain', 'text/plain; charset=utf-8'],
])

/**
 * The headers of a file that somebody sent us. It is saved, never shown by a browser; should one show it all the same,
 * nothing in it can run, ask or be framed.
 */
export function downloadHeaders({ name, type, hash }: Download): Record<string, string> {
  return {
    'content-type': served.get(type) ?? 'application/octet-stream',
    'content-disposition': disposition(name),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    etag: tagOf(hash),
  }
}

/** Whether the asker has these very bytes already. */
export function isKnownTo({ headers }: { headers: Headers }, { hash }: Pick<Download, 'hash'>): boolean {
  return (headers.get('if-none-match') ?? '').includes(tagOf(hash))
}

function tagOf(hash: string): string {
  return `"${hash}"`
}

/** RFC 6266: the name in full for those who read RFC 8187, and in plain ASCII for all others. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
