import { createHash } from 'node:crypto'

/** A file as it lies on the machine of its person. */
export type OwnFile = KnownFile & { bytes: Buffer }

/** How a file is known again that was sent long ago. */
export type KnownFile = { name: string; hash: string }

/** The largest beginning of a file that says whose it is. Nothing shorter is nobody else's. */
export const leastBytes = 24

/** A file that nobody else has: the same for the same mark, number and size. It has bytes of every kind. */
export function ownFile(mark: string, number: number, size: number): OwnFile {
  const name = `Pier n° ${number} ${mark}.dat`
  const noise = createHash('shake256', { outputLength: size }).update(name).digest()
  const bytes = Buffer.concat([Buffer.from(`${mark} ${number}\n`), noise]).subarray(0, size)
  return { name, bytes, hash: createHash('sha256').update(bytes).digest('hex') }
}
