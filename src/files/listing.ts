import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { env } from '#src/lib/env.ts'

/**
 * One file that a form holds: what it is by its hash, its name, what people read of it, and the proof that this person has
 * sent it. Whoever only knows the hash of somebody else's file has no proof.
 */
const listed = z.object({ hash: z.string(), name: z.string(), words: z.string(), proof: z.string() })
export type Listed = z.output<typeof listed>

/**
 * The files that a form holds, as its field `files` says. There is no time in it, so that the same form sent twice says the
 * same. What this person has no proof for is left out; so is everything where the field was garbled.
 * @param person the user id of whoever has the form; an empty text for nobody
 */
export function readListing(person: string, field: string): Listed[] {
  const read = z.array(listed).safeParse(parsed(field))
  return read.success ? read.data.filter(file => isProven(person, file)) : []
}

/** The field `files` of a form that holds these; an empty text for none. */
export function writeListing(files: Listed[]): string {
  return files.length === 0 ? '' : JSON.stringify(files)
}

/** Lists a file that this person has sent a moment ago. */
export function list(person: string, file: Omit<Listed, 'proof'>): Listed {
  return { ...file, proof: proofOf(person, file) }
}

function isProven(person: string, { proof, ...file }: Listed): boolean {
  const [given, expected] = [Buffer.from(proof), Buffer.from(proofOf(person, file))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function proofOf(person: string, { hash, name, words }: Omit<Listed, 'proof'>): string {
  const claim = JSON.stringify([person, hash, name, words])
  return createHmac('sha256', provingKey()).update(claim).digest('base64url')
}

function parsed(field: string): unknown {
  try {
    return JSON.parse(field || '[]')
  } catch {
    return null
  }
}

let derived: Buffer | undefined
function provingKey() {
  derived ??= Buffer.from(hkdfSync('sha256', env().authSecret, '', 'holdfast kept file', 32))
  return derived
}
