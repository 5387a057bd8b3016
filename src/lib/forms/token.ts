import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto'
import { env } from '#src/lib/env.ts'

const lifetime = 24 * 60 * 60 * 1000

// Set by next.config.ts while the pages are built; without it (tests, programs) everything is one build.
const thisBuild = process.env.HOLDFAST_BUILD ?? ''

/** What a form's hidden `k` says: which submission this is, for whom, when and by which build the page was made. */
export type FormToken = { key: string; person: string; issuedAt: number; build: string }

/**
 * Signs the one submission that a rendered form may become. It is the idempotency key and the guard against
 * forged forms in one. Shape: `<uuid>.<issued, base 36 ms>.<user id, base64url>.<build>.<mac>`; an
 * empty person is nobody.
 */
export function signFormToken(
  action: string,
  person: string | undefined,
  now = Date.now(),
  build = thisBuild,
): string {
  const whose = Buffer.from(person ?? '').toString('base64url')
  const claim = [randomUUID(), now.toString(36), whose, build].join('.')
  return `${claim}.${mac(action, claim)}`
}

/** Reads a token back, or null when it was not made here for this action or is older than a day. */
export function readFormToken(action: string, token: string, now = Date.now()): FormToken | null {
  const read = genuine(action, token)
  return read && now - read.issuedAt <= lifetime ? read : null
}

/** The user id of the person that a page was made for, however long ago; undefined for nobody and for no token of ours. */
export function personOf(action: string, token: string): string | undefined {
  return genuine(action, token)?.person || undefined
}

const byLink = ' by link'

/** Whom the page of a guest is made for. A form of such a page counts only with the link, never for the account. */
export function guestPage(userId: string): string {
  return userId + byLink
}

/** Whether a token names a guest, who has no account to keep anything for. */
export function isPageForGuest(person: string): boolean {
  return person.endsWith(byLink)
}

/** The person whose page it was, a guest by the same id as with an account; an empty text for nobody, null for no token of ours. */
export function writerOf(action: string, token: string): string | null {
  const person = genuine(action, token)?.person ?? null
  return person?.endsWith(byLink) ? person.slice(0, -byLink.length) : person
}

/** Whether the page of this token was made by another build than the one that is running. */
export function isOfAnotherBuild(action: string, token: string): boolean {
  const read = genuine(action, token)
  return read !== null && read.build !== thisBuild
}

/** A token for the next try from the same page: the same person and build, another submission. */
export function signedForNextTry(action: string, token: string): string {
  const read = genuine(action, token)
  return signFormToken(action, read?.person, Date.now(), read?.build)
}

/** The same token for the new name of a form, however old it is; what is no token of ours stays as it is. */
export function signedAnew(former: string, action: string, token: string): string {
  if (!genuine(former, token)) return token
  const claim = token.slice(0, token.lastIndexOf('.'))
  return `${claim}.${mac(action, claim)}`
}

function genuine(action: string, token: string): FormToken | null {
  const [key = '', issued = '', person = '', build = '', signature = '', ...rest] = token.split('.')
  const expected = Buffer.from(mac(action, `${key}.${issued}.${person}.${build}`))
  const given = Buffer.from(signature)
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const issuedAt = Number.parseInt(issued, 36)
  return { key, person: Buffer.from(person, 'base64url').toString(), issuedAt, build }
}

function mac(action: string, claim: string) {
  return createHmac('sha256', signingKey()).update(`${action}\n${claim}`).digest('base64url')
}

let derived: Buffer | undefined
function signingKey() {
  derived ??= Buffer.from(hkdfSync('sha256', env().authSecret, '', 'holdfast form token', 32))
  return derived
}
