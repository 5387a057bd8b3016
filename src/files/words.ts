import { sizeWords } from '#src/lib/size-words.ts'

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
