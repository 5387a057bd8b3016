import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '#src/lib/env.ts'

/** Encrypts text so that only this desk can read it, and only together with its `label` (AES-256-GCM, base64url). */
export function seal(label: string, text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), iv).setAAD(Buffer.from(label))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Reads what `seal` made with the same label; null when it was changed or made with another secret. */
export function unseal(label: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return null
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(), bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(label)).setAuthTag(bytes.subarray(12, 28))
  try {
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}

let derived: Buffer | undefined
function sealingKey() {
  derived ??= Buffer.from(hkdfSync('sha256', env().authSecret, '', 'holdfast held submission', 32))
  return derived
}
