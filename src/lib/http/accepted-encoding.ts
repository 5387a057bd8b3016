export type Encoding = 'br' | 'gzip' | 'identity'

/**
 * How an answer may be compressed for this client, as it says in Accept-Encoding: Brotli when it likes that no less
 * than gzip, because it is smaller.
 */
export function acceptedEncoding(accepts: string | string[] | undefined): Encoding {
  const liking = likings(String(accepts ?? ''))
  const [brotli, gzip] = [liking('br'), liking('gzip')]
  if (brotli > 0 && brotli >= gzip) return 'br'
  return gzip > 0 ? 'gzip' : 'identity'
}

function likings(accepts: string): (coding: string) => number {
  const named = new Map<string, number>()
  for (const part of accepts.toLowerCase().split(',')) {
    const [coding = '', ...details] = part.split(';').map(piece => piece.trim())
    const weight = details.find(detail => detail.startsWith('q='))?.slice(2)
    named.set(coding, weight === undefined ? 1 : Number(weight) || 0)
  }
  return coding => named.get(coding) ?? named.get('*') ?? 0
}
