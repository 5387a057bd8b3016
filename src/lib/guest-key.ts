import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from './env.ts'

const path = '/guest/'
const half = 32
const blank = '0'.repeat(half)
const inText = new RegExp(`(${path}[0-9a-f]{${half}})${blank}(?![0-9a-f])`, 'g')

/** Where whoever has this key reads the ticket, without a password. `done` is the code of the notice to show there. */
export function guestPath(key: string, done?: string): string {
  return `${path}${encodeURIComponent(key)}${done ? `?done=${done}` : ''}`
}

/**
 * The key of a guest's link: its id and a signature of that, 64 characters that no mail program breaks and that need no
 * escaping. It is worked out when it is needed and stored nowhere.
 */
export function guestKey(linkId: string): string {
  const id = linkId.replaceAll('-', '')
  return `${id}${signatureOf(id)}`
}

/** The id of the link that a key opens; null for everything that is no key of ours. */
export function linkIn(key: string): string | null {
  if (!/^[0-9a-f]{64}$/.test(key)) return null
  const id = key.slice(0, half)
  const isOurs = timingSafeEqual(Buffer.from(key.slice(half)), Buffer.from(signatureOf(id)))
  return isOurs ? uuidOf(id) : null
}

/** The way through a link as it may be stored: as long as the real one, with nothing in the place of the signature. */
export function unsignedGuestPath(linkId: string): string {
  return `${path}${linkId.replaceAll('-', '')}${blank}`
}

/** The ids of the links whose ways stand in a text without their signature. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(inText)].map(([, way = '']) => uuidOf(way.slice(path.length)))
}

/** The text with the signatures of these links in their places. It stays as long as it is. */
export function withSignatures(text: string, linkIds: readonly string[]): string {
  return text.replace(inText, (whole, way: string) => {
    const id = way.slice(path.length)
    return linkIds.includes(uuidOf(id)) ? `${way}${signatureOf(id)}` : whole
  })
}

function uuidOf(id: string): string {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function signatureOf(id: string): string {
  return createHmac('sha256', signingKey()).update(id).digest('hex').slice(0, half)
}

let derived: Buffer | undefined
function signingKey() {
  derived ??= Buffer.from(hkdfSync('sha256', env().authSecret, '', 'holdfast guest link', 32))
  return derived
}
