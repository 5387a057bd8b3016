const kinds = new Map([
  ['image/jpeg', 'JPEG picture'],
  ['image/png', 'PNG picture'],
  ['image/gif', 'GIF picture'],
  ['image/webp', 'WebP picture'],
  ['application/pdf', 'PDF document'],
  ['application/zip', 'ZIP archive'],
  ['text/plain', 'Text'],
])

/** What a file is and how large, for people: "PNG picture, 312 kB". */
export function fileWords({ type, size }: { type: string; size: number }): string {
  return `${kinds.get(type) ?? 'File'}, ${sizeWords(size)}`
}

/** A number of bytes as people read it, in steps of a thousand. */
export function sizeWords(bytes: number): string {
  if (bytes === 1) return '1 byte'
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
