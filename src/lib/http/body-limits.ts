import { env } from '#src/lib/env.ts'
import { bodyLimit, largestAtOnce } from './limits.ts'

/** The most that a form may hold that is sent to this address, in bytes: more where its page may have a field for files. */
export function mostBytes(path: string): number {
  return takesFiles(path) ? bodyLimit.bytes + largestAtOnce * env().uploadBytes : bodyLimit.bytes
}

/** Whether a page at this address can have a field for files. */
function takesFiles(path: string): boolean {
  return /^\/(?:(?:desk\/)?tickets|guest)\/[^?]/.test(path)
}
